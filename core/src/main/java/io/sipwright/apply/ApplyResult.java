package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation has come.
 *
 * @param generation number of the state that was rendered
 * @param written what became of the files; null when they could not be written
 * @param reload what is known of Asterisk; null when nothing was written, so that it was not asked
 * @param failure why the files could not be written; null when they could
 */
public record ApplyResult(
        long generation,
        @Nullable WriteResult written,
        @Nullable ReloadOutcome reload,
        @Nullable String failure) {

    /** Whether Asterisk was seen running this generation. Nothing less is called applied. */
    public boolean isVerified() {
        return reload instanceof ReloadOutcome.Verified;
    }

    /** Whether the files hold this generation. */
    public boolean isInFiles() {
        return written != null && !written.isDrifted();
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
        if (reload instanceof ReloadOutcome.Verified) {
            return "Generation " + generation + " was seen running in Asterisk";
        }
        if (reload instanceof ReloadOutcome.Rejected rejected) {
            return "Written, but Asterisk runs something else: " + String.join("; ", rejected.objects());
        }
        if (reload instanceof ReloadOutcome.Unreachable unreachable) {
            return "Written, but Asterisk did not answer: " + unreachable.reason();
        }
        if (reload instanceof ReloadOutcome.Accepted) {
            return "Written; Asterisk says that it has reloaded, which proves nothing";
        }
        return "Written; Asterisk was not asked to reload";
    }
}
