package io.sipwright.integration;

import io.sipwright.target.StagedWrite;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Files whose staged version is damaged after it was proved, and before it is shown. */
final class MistakenTarget implements Target {

    private static final UnaryOperator<String> NONE = text -> text;

    private final Target files;
    private UnaryOperator<String> mistake = NONE;

    MistakenTarget(Target files) {
        this.files = files;
    }

    /** What becomes of the next staged files, once. */
    synchronized void err(UnaryOperator<String> edit) {
        mistake = edit;
    }

    private synchronized void happen(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String edited = mistake.apply(text);
            if (!mistake.equals(NONE) && edited.equals(text)) {
                throw new IllegalStateException("Nothing to damage in " + text);
            }
            Files.writeString(file, edited, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        staged.files().values().forEach(this::happen);
        err(NONE);
        return staged;
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
