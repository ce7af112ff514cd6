package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;

/** Objects as core renders them. */
final class Rendered {

    static final TemplateCatalog CATALOG = TemplateCatalog.shipped();

    private final Renderer renderer;

    Rendered(AsteriskVersion version) {
        renderer = new Renderer(CATALOG, version, Stamps.keyed(new byte[16]));
    }

    ObjectRows user(SipUserSpec user) {
        return new ObjectRows(user.name(), sections(renderer.user(user)));
    }

    ObjectRows trunk(TrunkSpec trunk) {
        return new ObjectRows(trunk.name(), sections(renderer.trunk(trunk)));
    }

    private static List<Section> sections(List<PjsipElement> elements) {
        return elements.stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .toList();
    }
}
