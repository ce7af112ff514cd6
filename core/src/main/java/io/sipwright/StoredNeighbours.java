package io.sipwright;

import io.sipwright.store.StoreView;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.Neighbours;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules between objects see of a store. */
record StoredNeighbours(StoreView view) implements Neighbours {

    @Override
    public Optional<TrunkSpec> trunk(String name) {
        return view.trunks().find(name).map(Trunk::spec);
    }

    @Override
    public boolean hasUser(String name) {
        return view.users().find(name).isPresent();
    }

    @Override
    public Optional<String> sectionOwner(String sectionName) {
        return view.sectionOwner(sectionName);
    }

    @Override
    public Stream<TrunkSpec> trunks() {
        return view.trunks().stream().map(Trunk::spec);
    }
}
