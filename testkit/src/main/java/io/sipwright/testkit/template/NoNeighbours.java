package io.sipwright.testkit.template;

import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.Neighbours;
import java.util.Optional;
import java.util.stream.Stream;

/** Nothing is there yet. */
enum NoNeighbours implements Neighbours {
    NONE;

    @Override
    public Optional<TrunkSpec> trunk(String name) {
        return Optional.empty();
    }

    @Override
    public boolean hasUser(String name) {
        return false;
    }

    @Override
    public Stream<TrunkSpec> trunks() {
        return Stream.empty();
    }

    @Override
    public Optional<String> sectionOwner(String section) {
        return Optional.empty();
    }
}
