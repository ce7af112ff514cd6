package io.sipwright;

import io.sipwright.store.StoreView;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.Neighbours;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules between objects see of a store, where many objects are looked at: all trunks are read once. */
record KnownTrunks(StoredNeighbours stored, List<TrunkSpec> all) implements Neighbours {

    static KnownTrunks of(StoreView view) {
        StoredNeighbours stored = new StoredNeighbours(view);
        try (Stream<TrunkSpec> trunks = stored.trunks()) {
            return new KnownTrunks(stored, trunks.toList());
        }
    }

    @Override
    public Optional<TrunkSpec> trunk(String name) {
        return stored.trunk(name);
    }

    @Override
    public boolean hasUser(String name) {
        return stored.hasUser(name);
    }

    @Override
    public Optional<String> sectionOwner(String sectionName) {
        return stored.sectionOwner(sectionName);
    }

    @Override
    public Stream<TrunkSpec> trunks() {
        return all.stream();
    }
}
