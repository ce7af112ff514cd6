package io.sipwright;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.render.SecretMask;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Notes with objects that they follow the templates of the present catalogue, once they are found valid by them. */
record Upgrading(TrunkKind trunkKind, SipUserKind userKind) {

    private static final int NO_TEMPLATE = 0;

    /** Objects whose version is another one than that of the catalogue, trunks first. */
    List<PendingUpgrade> pending(StoreView view) {
        Neighbours neighbours = KnownTrunks.of(view);
        List<PendingUpgrade> pending = new ArrayList<>();
        pending(trunkKind, view, neighbours, pending);
        pending(userKind, view, neighbours, pending);
        return pending;
    }

    private <T extends ProvisionedObject, S extends ObjectSpec> void pending(
            Kind<T, S, ?> kind, StoreView view, Neighbours neighbours, List<PendingUpgrade> pending) {
        for (T object : objects(kind, view, each -> differs(kind, each))) {
            S spec = kind.normalize(kind.specOf(object));
            int version = kind.templateVersion(spec);
            pending.add(new PendingUpgrade(
                    kind.object(),
                    object.name(),
                    object.active(),
                    object.spec().templateId(),
                    object.templateVersion(),
                    version == NO_TEMPLATE ? OptionalInt.empty() : OptionalInt.of(version),
                    version == NO_TEMPLATE
                            ? new PjsipDocument(List.of())
                            : SecretMask.of(new PjsipDocument(kind.render(spec))),
                    kind.check(spec, false, neighbours)));
        }
    }

    /** All whose version is older than that of the catalogue. */
    List<String> upgrade(StoreWriting writing) {
        return upgrade(
                writing,
                objects(trunkKind, writing, trunk -> isOlder(trunkKind, trunk)),
                objects(userKind, writing, user -> isOlder(userKind, user)));
    }

    /** Those of these names, whichever version they have. */
    List<String> upgrade(StoreWriting writing, List<String> names) {
        Map<String, Trunk> trunks = writing.trunks().findAll(names);
        Map<String, SipUser> users = writing.users().findAll(names);
        for (String name : names) {
            String key = BatchWriting.key(name);
            if (!trunks.containsKey(key) && !users.containsKey(key)) {
                throw new NotFoundException("trunk or SIP user", name);
            }
        }
        return upgrade(
                writing,
                trunks.values().stream()
                        .filter(trunk -> differs(trunkKind, trunk))
                        .toList(),
                users.values().stream().filter(user -> differs(userKind, user)).toList());
    }

    private List<String> upgrade(StoreWriting writing, List<Trunk> trunks, List<SipUser> users) {
        Neighbours neighbours = KnownTrunks.of(writing);
        List<Violation> violations = new ArrayList<>();
        check(trunkKind, "trunks", trunks, neighbours, violations);
        check(userKind, "users", users, neighbours, violations);
        ValidationException.throwIfAny(violations);
        List<String> names = new ArrayList<>();
        store(trunkKind, trunks, writing, names);
        store(userKind, users, writing, names);
        return names.stream().sorted().toList();
    }

    private static <T extends ProvisionedObject, S extends ObjectSpec> void check(
            Kind<T, S, ?> kind, String path, List<T> objects, Neighbours neighbours, List<Violation> violations) {
        for (T object : objects) {
            kind.check(kind.normalize(kind.specOf(object)), false, neighbours).stream()
                    .map(violation -> violation.under(path + "[" + object.name() + "]"))
                    .forEach(violations::add);
        }
    }

    private static <T extends ProvisionedObject, S extends ObjectSpec> void store(
            Kind<T, S, ?> kind, List<T> objects, StoreWriting writing, List<String> names) {
        if (!objects.isEmpty()) {
            List<S> specs = objects.stream()
                    .map(object -> kind.kept(kind.normalize(kind.specOf(object))))
                    .toList();
            kind.in(writing).upgradeAll(specs, kind::templateVersion).forEach(object -> names.add(object.name()));
        }
    }

    private static <T extends ProvisionedObject> List<T> objects(
            Kind<T, ?, ?> kind, StoreView view, Predicate<T> wanted) {
        try (Stream<T> all = kind.in(view).stream()) {
            return all.filter(wanted).toList();
        }
    }

    private static <T extends ProvisionedObject, S extends ObjectSpec> boolean differs(Kind<T, S, ?> kind, T object) {
        return kind.templateVersion(kind.specOf(object)) != object.templateVersion();
    }

    private static <T extends ProvisionedObject, S extends ObjectSpec> boolean isOlder(Kind<T, S, ?> kind, T object) {
        return object.templateVersion() < kind.templateVersion(kind.specOf(object));
    }
}
