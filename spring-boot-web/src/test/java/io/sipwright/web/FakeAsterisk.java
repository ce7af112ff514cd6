package io.sipwright.web;

import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ObserverException;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import io.sipwright.reload.StatusListener;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An Asterisk that answers as it is told. */
final class FakeAsterisk implements Reloader, AsteriskObserver {

    static final ReloadOutcome VERIFIED = new ReloadOutcome.Verified(1);
    static final ReloadOutcome UNREACHABLE =
            new ReloadOutcome.Unreachable(ReloadOutcome.Unreachable.Cause.NOT_CONNECTED, "connection refused");

    volatile ReloadOutcome outcome = VERIFIED;
    volatile Duration delay = Duration.ZERO;
    volatile @Nullable String blindness;

    static ReloadOutcome rejected(String endpoint) {
        return new ReloadOutcome.Rejected(List.of(new RejectedObject(
                new ObjectKey("endpoint", endpoint), RejectedObject.State.OTHER_VERSION, "as the test wants it")));
    }

    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }

    @Override
    public ReloadOutcome verify(ReloadRequest request) {
        return outcome;
    }

    @Override
    public List<TrunkRegistration> registrations() {
        look();
        return List.of(
                new TrunkRegistration(
                        "carrier",
                        "sip:sip.telnyx.com",
                        "sip:1@sip.telnyx.com",
                        TrunkRegistration.State.REGISTERED,
                        "Registered",
                        null),
                new TrunkRegistration(
                        "other", "sip:o", "sip:o", TrunkRegistration.State.REJECTED, "Refused", Duration.ofSeconds(9)));
    }

    @Override
    public List<UserContact> contacts() {
        look();
        return List.of(new UserContact(
                "alice", "sip:alice@192.0.2.7", UserContact.Status.REACHABLE, Duration.ofMillis(12), "Phone", null));
    }

    private void look() {
        String trouble = blindness;
        if (trouble != null) {
            throw new ObserverException(trouble);
        }
    }

    @Override
    public void listen(StatusListener listener) {}

    @Override
    public void close() {}
}
