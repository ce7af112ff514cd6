package io.sipwright;

import io.sipwright.store.StoreView;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.Neighbours;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules between objects see while a batch is judged: the store as it will be, with the objects of the batch
 * that were looked at before in the place of those they replace. Also those that are wrong: a name is taken by a wrong
 * object, too.
 */
final class BatchNeighbours implements Neighbours {

    private final StoreView store;
    private final Set<String> replacedTrunks = new HashSet<>();
    private final Map<String, TrunkSpec> trunks = new HashMap<>();
    private final Set<String> users = new HashSet<>();

    BatchNeighbours(StoreView store, Batch batch) {
        this.store = store;
        batch.trunks().forEach(trunk -> replacedTrunks.add(key(trunk.name())));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void add(TrunkSpec trunk) {
        trunks.putIfAbsent(key(trunk.name()), trunk);
    }

    void addUser(String name) {
        users.add(key(name));
    }

    @Override
    public Optional<TrunkSpec> trunk(String name) {
        TrunkSpec inBatch = trunks.get(key(name));
        return inBatch != null
                ? Optional.of(inBatch)
                : store.trunks().find(name).map(Trunk::spec);
    }

    @Override
    public boolean hasUser(String name) {
        return users.contains(key(name)) || store.users().find(name).isPresent();
    }

    @Override
    public Stream<TrunkSpec> trunks() {
        Stream<TrunkSpec> untouched =
                store.trunks().stream().map(Trunk::spec).filter(trunk -> !replacedTrunks.contains(key(trunk.name())));
        return Stream.concat(untouched, trunks.values().stream());
    }
}
