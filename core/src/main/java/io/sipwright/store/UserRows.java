package io.sipwright.store;

import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Makes SIP users as they are kept. */
record UserRows(Clock clock, LongSupplier ids) implements WritableMemoryObjects.Rows<SipUser, SipUserSpec> {

    @Override
    public SipUser created(SipUserSpec spec, int templateVersion) {
        Instant now = clock.instant();
        return new SipUser(ids.getAsLong(), spec, templateVersion, 1, now, now);
    }

    @Override
    public SipUser changed(SipUser before, SipUserSpec spec, int templateVersion) {
        return new SipUser(
                before.id(), spec, templateVersion, before.version() + 1, before.createdAt(), clock.instant());
    }
}
