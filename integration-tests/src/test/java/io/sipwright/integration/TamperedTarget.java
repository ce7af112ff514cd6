package io.sipwright.integration;

import io.sipwright.target.StagedWrite;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import java.util.List;

/** Files that someone edits in the moment between their writing and the reload. */
final class TamperedTarget implements Target {

    private final Target files;
    private Runnable tampering = () -> {};

    TamperedTarget(Target files) {
        this.files = files;
    }

    /** What is done after the next writing, once. */
    synchronized void tamper(Runnable deed) {
        tampering = deed;
    }

    private synchronized void happen() {
        Runnable deed = tampering;
        tampering = () -> {};
        deed.run();
    }

    @Override
    public WriteResult write(List<TargetFile> rendering) {
        try (StagedWrite staged = stage(rendering)) {
            return staged.show();
        }
    }

    @Override
    public StagedWrite stage(List<TargetFile> rendering) {
        StagedWrite staged = files.stage(rendering);
        return new StagedWrite() {
            @Override
            public WriteResult show() {
                WriteResult result = staged.show();
                happen();
                return result;
            }

            @Override
            public void close() {
                staged.close();
            }
        };
    }

    @Override
    public boolean isUntouched() {
        return files.isUntouched();
    }

    @Override
    public void markGood() {
        files.markGood();
    }

    @Override
    public boolean restore() {
        return files.restore();
    }
}
