package io.sipwright.target;

import java.util.Map;

/**
 * What became of each file.
 *
 * @param files outcome by name of the file
 */
public record WriteResult(Map<String, Outcome> files) {

    public WriteResult {
        files = Map.copyOf(files);
    }

    /** What became of a file. */
    public enum Outcome {
        /** It already held exactly these bytes and was not touched. */
        UNCHANGED,
        /** It was replaced. */
        WRITTEN,
        /** It was edited by someone else since it was written, and was left alone. */
        DRIFTED,
        /** It was left alone because another file had drifted. */
        HELD_BACK
    }

    /** Whether any file was replaced, so that Asterisk must read it again. */
    public boolean isWritten() {
        return files.containsValue(Outcome.WRITTEN);
    }

    /** Whether someone else's edit stood in the way. */
    public boolean isDrifted() {
        return files.containsValue(Outcome.DRIFTED);
    }
}
