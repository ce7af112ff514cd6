package io.sipwright.apply;

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
 * @param failure why the files could not be written; null when they could
 * @param restored whether the last known good files were brought back, because objects that ran before were gone
 * @param durations of the parts that were gone through
 */
public record Round(
        long generation,
        @Nullable WriteResult written,
        @Nullable ReloadOutcome reload,
        @Nullable String failure,
        boolean restored,
        Map<Phase, Duration> durations) {

    public Round {
        durations = Map.copyOf(durations);
    }

    /** Whether the files hold this generation. */
    public boolean isInFiles() {
        return failure == null && (written == null || !written.isDrifted()) && !restored;
    }

    /** What happened, in a sentence. */
    public String summary() {
        if (failure != null) {
            return "Not written: " + failure;
        }
        if (written != null && written.isDrifted()) {
            return "Not written: a file was edited by someone else since it was written last";
        }
        if (reload == null) {
            return "The files already held generation " + generation;
        }
        if (restored) {
            return "Taken back, because objects that ran before were gone. " + reload.summary();
        }
        return "Generation " + generation + " was written. " + reload.summary();
    }
}
