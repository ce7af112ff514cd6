package io.sipwright.apply;

import io.sipwright.error.SipwrightException;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one round on a node has done.
 *
 * @param generation number of the state that it worked on
 * @param written what became of the files; null when they could not be written, or were not looked at
 * @param reload what is known of Asterisk; null when it was not asked
 * @param failure why the round could not be finished; null when it could
 * @param preflightFailed whether it was not finished because Asterisk reads what was to be written as something else; then
 *     nothing was written
 * @param restored whether the last known good files were brought back, because objects that ran before were gone
 * @param durations of the parts that were gone through
 */
public record Round(
        long generation,
        @Nullable WriteResult written,
        @Nullable ReloadOutcome reload,
        @Nullable String failure,
        boolean preflightFailed,
        boolean restored,
        Map<Phase, Duration> durations) {

    public Round {
        durations = Map.copyOf(durations);
    }

    /** A round whose files were not refused beforehand. */
    Round(
            long generation,
            @Nullable WriteResult written,
            @Nullable ReloadOutcome reload,
            @Nullable String failure,
            boolean restored,
            Map<Phase, Duration> durations) {
        this(generation, written, reload, failure, false, restored, durations);
    }

    /** Whether the files hold this generation. */
    public boolean isInFiles() {
        return (failure == null || written != null) && (written == null || !written.isDrifted()) && !restored;
    }

    /** A round that was not finished. */
    static Round failed(long generation, @Nullable WriteResult written, Throwable e, Map<Phase, Duration> durations) {
        boolean preflight = e instanceof PreflightException;
        return new Round(generation, written, null, null, preflight, false, durations).butThen(e);
    }

    /** The same round, after which something went wrong. */
    Round butThen(Throwable e) {
        // Our own exceptions are sentences for people; others may say nothing without their name.
        String reason = e instanceof SipwrightException ? String.valueOf(e.getMessage()) : e.toString();
        return new Round(generation, written, reload, reason, preflightFailed, restored, durations);
    }

    /** What happened, in a sentence. */
    public String summary() {
        if (failure != null) {
            return written == null
                    ? "Not written: " + failure
                    : new Round(generation, written, reload, null, restored, durations).summary() + ", but then: "
                            + failure;
        }
        if (written != null && written.isDrifted()) {
            return "Not written: a file was edited by someone else since it was written last";
        }
        if (restored) {
            return "Taken back, because objects that ran before were gone."
                    + (reload == null ? "" : " " + reload.summary());
        }
        if (reload == null) {
            return written != null && written.isWritten()
                    ? "Generation " + generation + " was written"
                    : "The files already held generation " + generation;
        }
        return "Generation " + generation + " was written. " + reload.summary();
    }
}
