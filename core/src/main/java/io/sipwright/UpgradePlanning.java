package io.sipwright;

import io.sipwright.UpgradePlan.ObjectUpgrade;
import io.sipwright.UpgradePlan.OptionUpgrade;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.StoreView;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at each object of a state with the templates of two catalogues. Not thread-safe. */
final class UpgradePlanning {

    private final Side present;
    private final Side newer;
    private final AsteriskVersion version;
    private final List<ObjectUpgrade> objects = new ArrayList<>();
    private long unchanged;

    /** A catalogue, and who checks with it. */
    record Side(TemplateCatalog catalog, SpecValidator validator) {}

    UpgradePlanning(Side present, Side newer, AsteriskVersion version) {
        this.present = present;
        this.newer = newer;
        this.version = version;
    }

    UpgradePlan plan(StoreView view) {
        Neighbours neighbours = KnownTrunks.of(view);
        try (Stream<Trunk> trunks = view.trunks().stream()) {
            trunks.forEach(trunk -> look(
                    ObjectKind.TRUNK,
                    trunk,
                    side -> side.catalog().provider(trunk.spec().templateId()),
                    side -> side.validator().check(side.validator().normalize(trunk.spec()), false, neighbours)));
        }
        try (Stream<SipUser> users = view.users().stream()) {
            users.forEach(user -> look(
                    ObjectKind.USER,
                    user,
                    side -> side.catalog().userTemplate(user.spec().templateId()),
                    side -> side.validator().check(side.validator().normalize(user.spec()), false, neighbours)));
        }
        return new UpgradePlan(view.generation(), objects, unchanged);
    }

    private void look(
            ObjectKind kind,
            ProvisionedObject object,
            Function<Side, Optional<? extends Template>> templates,
            Function<Side, List<Violation>> check) {
        ObjectSpec spec = object.spec();
        Optional<? extends Template> from = templates.apply(present);
        Optional<? extends Template> to = templates.apply(newer);
        List<Violation> violations = added(check.apply(newer), () -> check.apply(present));
        List<FilledSection> before = filled(from, spec);
        List<FilledSection> after = filled(to, spec);
        List<OptionUpgrade> options = List.of();
        if (from.isPresent() && to.isPresent()) {
            Bare bare = new Bare(spec);
            options = new ThreeWay(filled(from, bare), filled(to, bare), before, after, spec.overrides()).options();
        }
        OptionalInt fromVersion = number(from);
        OptionalInt toVersion = number(to);
        boolean same = violations.isEmpty()
                && fromVersion.equals(toVersion)
                && options.isEmpty() // an override may hide what the templates do
                && before.equals(after);
        if (same) {
            unchanged++;
        } else {
            objects.add(new ObjectUpgrade(
                    kind, spec.name(), spec.active(), spec.templateId(), fromVersion, toVersion, options, violations));
        }
    }

    private static OptionalInt number(Optional<? extends Template> template) {
        return template.isPresent() ? OptionalInt.of(template.get().version()) : OptionalInt.empty();
    }

    private List<FilledSection> filled(Optional<? extends Template> template, ObjectSpec spec) {
        return template.isPresent() ? template.get().fill(spec, version) : List.of();
    }

    /** What is wrong anyway is not the fault of the templates. */
    private static List<Violation> added(List<Violation> now, Supplier<List<Violation>> before) {
        if (now.isEmpty()) {
            return now;
        }
        List<Violation> added = new ArrayList<>(now);
        added.removeAll(before.get());
        return added;
    }
}
