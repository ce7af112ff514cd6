package io.sipwright.reload;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phone that has registered, or a fixed address of a trunk, as Asterisk sees it.
 *
 * @param aor to which it belongs; of a user, his name
 * @param uri where it is called, e.g. {@code sip:alice@192.0.2.7:5060}
 * @param status whether it answers
 * @param roundTrip how long it took to answer last; null unless it is reachable
 * @param userAgent what the phone calls itself; empty if it does not, or if that is not known
 * @param expires when it goes unless it registers again; null if it stays, or if that is not known
 */
public record UserContact(
        String aor,
        String uri,
        Status status,
        @Nullable Duration roundTrip,
        String userAgent,
        @Nullable Instant expires) {

    /** Whether a phone answers. */
    public enum Status {
        /** It answered when it was asked last. */
        REACHABLE,
        /** It did not. */
        UNREACHABLE,
        /** It is not asked ({@code qualify_frequency = 0}), or was not yet. */
        UNQUALIFIED,
        /** Only told to listeners: it has unregistered, or its time is over. */
        REMOVED,
        /** Asterisk used a word that is not known here. */
        UNKNOWN
    }
}
