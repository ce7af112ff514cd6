package io.sipwright;

import io.sipwright.store.Change;
import io.sipwright.store.FormerState;
import io.sipwright.store.StoreView;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What objects of one kind were at a generation. */
record FormerObjects<T extends ProvisionedObject, S extends ObjectSpec>(
        Kind<T, S, ?> kind, StoreView view, long generation) {

    /**
     * What must be done to bring some objects back.
     *
     * @param changed their first changes since, by the name in lower case
     */
    Restoring<T, S> restoring(Map<String, Change> changed) {
        Map<String, S> former = former(changed);
        Map<String, T> present = kind.in(view).findAll(changed.keySet());
        List<T> leaving = new ArrayList<>();
        Map<String, S> coming = new LinkedHashMap<>();
        for (String key : new TreeMap<>(changed).keySet()) {
            S then = former.get(key);
            T now = present.get(key);
            if (then != null && !isSame(then, now)) {
                coming.put(key, kind.normalize(then));
            } else if (then == null && now != null) {
                leaving.add(now);
            }
        }
        return new Restoring<>(kind, leaving, coming, present);
    }

    private boolean isSame(S then, @Nullable T now) {
        return now != null
                && (then.equals(kind.specOf(now))
                        || kind.kept(kind.normalize(then)).equals(kind.specOf(now)));
    }

    private Map<String, S> former(Map<String, Change> changed) {
        Map<String, S> former = new HashMap<>();
        Map<String, FormerState<T>> noted = kind.in(view).asOf(changed.keySet(), generation);
        noted.forEach((key, state) -> spec(state).ifPresent(spec -> former.put(key, spec)));
        Map<Long, List<String>> adopted = new TreeMap<>();
        changed.forEach((key, change) -> {
            if (!noted.containsKey(key) && change.action() == Change.Action.ADOPTED) {
                adopted.computeIfAbsent(change.generation(), none -> new ArrayList<>())
                        .add(key);
            } else if (!noted.containsKey(key) && change.action() != Change.Action.CREATED) {
                throw RestoringAll.forgotten(generation);
            }
        });
        adopted.forEach((taken, keys) -> former.putAll(specs(keys, taken)));
        return former;
    }

    private Map<String, S> specs(Collection<String> keys, long at) {
        Map<String, S> specs = new HashMap<>();
        kind.in(view).asOf(keys, at).forEach((key, state) -> spec(state).ifPresent(spec -> specs.put(key, spec)));
        return specs;
    }

    /** Empty if it was deleted then. */
    private Optional<S> spec(FormerState<T> state) {
        return state.change().action() == Change.Action.DELETED
                ? Optional.empty()
                : Optional.of(kind.specOf(state.object()));
    }
}
