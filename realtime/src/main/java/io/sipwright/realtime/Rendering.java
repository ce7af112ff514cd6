package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is stored, as it is rendered, but without stamps: by these it shows what was written, not what should be. */
final class Rendering {

    private final ProvisioningStore store;
    private final Renderer renderer;

    Rendering(ProvisioningStore store, TemplateCatalog catalog, AsteriskVersion version) {
        this.store = store;
        this.renderer = new Renderer(catalog, version, Stamps.off());
    }

    /** Hands over all objects of one state, one after the other. */
    void all(Consumer<ObjectRows> objects) {
        store.read(view -> {
            try (Stream<Trunk> trunks = view.trunks().stream()) {
                trunks.forEach(trunk -> objects.accept(trunk(trunk.spec())));
            }
            try (Stream<SipUser> users = view.users().stream()) {
                users.forEach(user -> objects.accept(user(user.spec())));
            }
            return true;
        });
    }

    /** The objects of some names; those that there are not are without sections. */
    List<ObjectRows> some(Collection<String> names) {
        return store.read(view -> {
            List<ObjectRows> found = new ArrayList<>();
            view.trunks().findAll(names).values().forEach(trunk -> found.add(trunk(trunk.spec())));
            view.users().findAll(names).values().forEach(user -> found.add(user(user.spec())));
            Set<String> there = new HashSet<>();
            found.forEach(object -> there.add(object.owner().toLowerCase(Locale.ROOT)));
            names.stream()
                    .filter(name -> !there.contains(name.toLowerCase(Locale.ROOT)))
                    .forEach(name -> found.add(new ObjectRows(name, List.of())));
            return found;
        });
    }

    private ObjectRows trunk(ObjectSpec trunk) {
        return new ObjectRows(trunk.name(), sections(renderer.trunk(trunk)));
    }

    private ObjectRows user(ObjectSpec user) {
        return new ObjectRows(user.name(), sections(renderer.user(user)));
    }

    private static List<Section> sections(List<PjsipElement> elements) {
        return elements.stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .toList();
    }
}
