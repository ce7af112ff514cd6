package io.sipwright.reload;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A registration of a trunk at its carrier, as Asterisk sees it.
 *
 * @param name of the registration, which is that of the trunk, or with {@code -2} and so on behind it
 * @param serverUri where it registers, e.g. {@code sip:sip.example.net}
 * @param clientUri as whom, e.g. {@code sip:4711@sip.example.net}
 * @param state whether it is registered
 * @param reason what the state means, in a sentence. Asterisk does not tell why a carrier has refused
 * @param nextAttempt until it registers again; null where Asterisk does not tell, as the measured versions never do
 */
public record TrunkRegistration(
        String name,
        String serverUri,
        String clientUri,
        State state,
        String reason,
        @Nullable Duration nextAttempt) {

    /** Whether a trunk is registered. */
    public enum State {
        /** The carrier has accepted it. */
        REGISTERED,
        /** Not yet, or not any more; also while the first answer is waited for. */
        UNREGISTERED,
        /** The carrier refused it, did not answer in time (half a minute), or has no address. */
        REJECTED,
        /** It is being ended, or was. */
        STOPPED,
        /** Only told to listeners: Asterisk has no such registration any more. */
        REMOVED,
        /** Asterisk used a word that is not known here; it stands in the reason. */
        UNKNOWN
    }
}
