package io.sipwright.store;

import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Makes trunks as they are kept. */
record TrunkRows(Clock clock, LongSupplier ids) implements WritableMemoryObjects.Rows<Trunk, TrunkSpec> {

    @Override
    public Trunk created(TrunkSpec spec, int templateVersion) {
        Instant now = clock.instant();
        return new Trunk(ids.getAsLong(), spec, templateVersion, 1, now, now);
    }

    @Override
    public Trunk changed(Trunk before, TrunkSpec spec, int templateVersion) {
        return new Trunk(before.id(), spec, templateVersion, before.version() + 1, before.createdAt(), clock.instant());
    }
}
