package io.sipwright.realtime;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.target.EditedFile;
import io.sipwright.target.StagedWrite;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does what another target does, but for the end of its life: after some writings nothing more happens. */
record CutOffTarget(Target target, AtomicInteger writings) implements Target {

    /** Thrown by what comes after the end. */
    static final class CutOffException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public WriteResult write(List<TargetFile> files) {
        WriteResult result = target.write(files);
        if (writings.decrementAndGet() == 0) {
            throw new CutOffException();
        }
        return result;
    }

    @Override
    public StagedWrite stage(List<TargetFile> files) {
        return target.stage(files);
    }

    @Override
    public boolean read(String file, Consumer<? super PjsipElement> elements) {
        return target.read(file, elements);
    }

    @Override
    public Optional<EditedFile> edited(String file) {
        return target.edited(file);
    }

    @Override
    public void markGood() {
        target.markGood();
    }

    @Override
    public boolean readGood(Consumer<? super PjsipElement> elements) {
        return target.readGood(elements);
    }

    @Override
    public boolean restore() {
        return target.restore();
    }
}
