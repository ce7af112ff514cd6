package io.sipwright;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.render.SecretMask;
import io.sipwright.store.Change;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StaleVersionException;
import io.sipwright.store.StoreWriting;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.validation.ValidationException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Creating, changing and deleting objects of one kind: validated and stored in one transaction, then applied.
 */
final class Provisioning<T extends ProvisionedObject, S extends ObjectSpec, P> {

    private final Changing changing;
    private final ProvisioningStore store;
    private final Kind<T, S, P> kind;

    Provisioning(Changing changing, Kind<T, S, P> kind) {
        this.changing = changing;
        this.store = changing.store();
        this.kind = kind;
    }

    Provisioned<T> create(S spec) {
        return changing.change(writing -> {
            S normalized = valid(spec, true, writing);
            return kind.in(writing).insert(normalized, kind.templateVersion(normalized));
        });
    }

    Provisioned<T> update(String name, P patch, OptionalLong expectedVersion) {
        return changing.change(writing -> {
            T present = kind.in(writing).find(name).orElseThrow(() -> new NotFoundException(kind.title(), name));
            if (expectedVersion.isPresent() && expectedVersion.getAsLong() != present.version()) {
                throw new StaleVersionException(name, expectedVersion.getAsLong(), present.version());
            }
            S normalized = valid(kind.patched(kind.specOf(present), patch), false, writing);
            return kind.in(writing).update(normalized, kind.templateVersion(normalized), expectedVersion);
        });
    }

    /** Brings an object back to what it was at a generation, when it was there. */
    Provisioned<T> restore(String name, long generation) {
        return changing.change(writing -> {
            S former = Optional.ofNullable(
                            kind.in(writing).asOf(List.of(name), generation).get(BatchWriting.key(name)))
                    .filter(state -> generation <= writing.generation())
                    .filter(state -> state.change().action() != Change.Action.DELETED)
                    .map(state -> kind.specOf(state.object()))
                    .orElseThrow(() -> new NotFoundException(
                            "state at generation " + generation + " of the " + kind.title(), name));
            Optional<T> present = kind.in(writing).find(name);
            S spec = kind.normalize(former);
            if (present.isPresent() && kind.specOf(present.get()).equals(kind.kept(spec))) {
                return present.get();
            }
            S valid = valid(spec, present.isEmpty(), writing);
            return kind.in(writing)
                    .upsertAll(List.of(valid), kind::templateVersion)
                    .get(0);
        });
    }

    Provisioned<T> delete(String name, OptionalLong expectedVersion) {
        return changing.change(writing -> kind.in(writing).delete(name, expectedVersion));
    }

    Provisioned<T> activate(String name, boolean active) {
        return update(name, kind.activation(active), OptionalLong.empty());
    }

    Optional<T> find(String name) {
        return store.read(view -> kind.in(view).find(name));
    }

    T get(String name) {
        return find(name).orElseThrow(() -> new NotFoundException(kind.title(), name));
    }

    List<T> list() {
        return store.read(view -> {
            try (Stream<T> objects = kind.in(view).stream()) {
                return objects.toList();
            }
        });
    }

    List<T> list(ObjectQuery query) {
        return store.read(view -> kind.in(view).list(query));
    }

    long count(ObjectQuery query) {
        return store.<Long>read(view -> kind.in(view).count(query));
    }

    List<FormerState<T>> history(String name, int limit) {
        return store.read(view -> kind.in(view).history(name, limit));
    }

    Explanation explain(String name) {
        return kind.explain(kind.specOf(get(name)));
    }

    PjsipDocument preview(S spec) {
        return store.read(view -> {
            boolean isNew = kind.in(view).find(spec.name()).isEmpty();
            S normalized = kind.normalize(spec);
            ValidationException.throwIfAny(kind.check(normalized, isNew, new StoredNeighbours(view)));
            return SecretMask.of(new PjsipDocument(kind.render(normalized)));
        });
    }

    private S valid(S spec, boolean isNew, StoreWriting writing) {
        S normalized = kind.normalize(spec);
        ValidationException.throwIfAny(kind.check(normalized, isNew, new StoredNeighbours(writing)));
        return kind.kept(normalized);
    }
}
