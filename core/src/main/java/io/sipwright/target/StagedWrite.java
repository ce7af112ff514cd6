package io.sipwright.target;

/**
 * A rendering that is complete beside what it is to replace. Whoever has it holds the lock of the target; it must be closed
 * by the thread that made it.
 */
public interface StagedWrite extends AutoCloseable {

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
