package io.sipwright;

import io.sipwright.store.Change;
import io.sipwright.store.StoreWriting;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What must be done to bring objects of one kind back to what they were.
 *
 * @param leaving that were not there then
 * @param coming as they were then, normalized, by the name in lower case
 * @param present what is there now under any of the names
 */
record Restoring<T extends ProvisionedObject, S extends ObjectSpec>(
        Kind<T, S, ?> kind, List<T> leaving, Map<String, S> coming, Map<String, T> present) {

    /**
     * What is wrong with what comes back.
     *
     * @param judged is given each object that was judged, whatever the judgement
     */
    List<Violation> judge(String path, Neighbours neighbours, Consumer<S> judged) {
        List<Violation> all = new ArrayList<>();
        coming.forEach((key, spec) -> {
            String place = path + "[" + spec.name() + "]";
            kind.check(spec, !present.containsKey(key), neighbours)
                    .forEach(violation -> all.add(violation.under(place)));
            judged.accept(spec);
        });
        return all;
    }

    void delete(StoreWriting writing) {
        leaving.forEach(object -> kind.in(writing).delete(object.name(), OptionalLong.empty()));
    }

    List<T> store(StoreWriting writing) {
        return kind.in(writing)
                .upsertAll(coming.values().stream().map(kind::kept).toList(), kind::templateVersion);
    }

    List<Restoration.Item> items(Change.Action action) {
        if (action == Change.Action.DELETED) {
            return leaving.stream().map(object -> item(object.name())).toList();
        }
        return coming.entrySet().stream()
                .filter(entry -> present.containsKey(entry.getKey()) == (action == Change.Action.UPDATED))
                .map(entry -> item(entry.getValue().name()))
                .toList();
    }

    private Restoration.Item item(String name) {
        return new Restoration.Item(kind.object(), name);
    }
}
