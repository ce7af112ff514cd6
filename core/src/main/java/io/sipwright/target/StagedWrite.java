package io.sipwright.target;

import java.nio.file.Path;
import java.util.Map;

/**
 * A rendering that is complete beside what it is to replace. Whoever has it holds the lock of the target; it must be closed
 * by the thread that made it.
 */
public interface StagedWrite extends AutoCloseable {

    /**
     * Where the files lie that {@link #show} will put in the place of others: by the name of the {@link TargetFile}, absolute
     * paths, readable to whoever may read those that they replace. Files that stay as they are are not among them. Empty by
     * default, and for targets whose stage is no file.
     */
    default Map<String, Path> files() {
        return Map.of();
    }

    /**
     * Puts it in the place of what was there.
     *
     * @throws TargetException if it can't be done; what was there before is still there, unless the exception says
     *     otherwise
     */
    WriteResult show();

    /** Ends the lock, and throws away what was not shown. */
    @Override
    void close();

    /** For targets without a stage: everything is shown already. */
    static StagedWrite shown(WriteResult result) {
        return new StagedWrite() {
            @Override
            public WriteResult show() {
                return result;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
