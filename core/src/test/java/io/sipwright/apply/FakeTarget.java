package io.sipwright.apply;

import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Renderer;
import io.sipwright.target.StagedWrite;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import io.sipwright.target.WriteResult.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Files in memory, with places where a test can step in. */
final class FakeTarget implements Target {

    volatile Runnable afterStaging = () -> {};
    volatile Runnable beforeShowing = () -> {};
    /** Where a test has the files of both kinds be staged; null for nowhere. */
    volatile @Nullable Path staged;

    volatile Runnable beforeMarking = () -> {};
    final AtomicInteger shown = new AtomicInteger();
    final AtomicInteger restored = new AtomicInteger();
    private Map<String, String> files = Map.of();
    private Map<String, String> good = Map.of();
    private boolean untouched;

    @Override
    public WriteResult write(List<TargetFile> rendering) {
        try (StagedWrite staged = stage(rendering)) {
            return staged.show();
        }
    }

    @Override
    public StagedWrite stage(List<TargetFile> rendering) {
        Map<String, String> staged = new HashMap<>();
        rendering.forEach(file -> staged.put(file.name(), text(file)));
        afterStaging.run();
        return new StagedWrite() {
            @Override
            public Map<String, Path> files() {
                Path file = FakeTarget.this.staged;
                return file == null ? Map.of() : Map.of(Renderer.USERS_FILE, file);
            }

            @Override
            public WriteResult show() {
                beforeShowing.run();
                return replace(staged);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private static String text(TargetFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PjsipWriter writer = PjsipWriter.to(bytes)) {
            file.content().forEach(writer::write);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private synchronized WriteResult replace(Map<String, String> staged) {
        Map<String, Outcome> outcomes = new HashMap<>();
        staged.forEach(
                (name, text) -> outcomes.put(name, text.equals(files.get(name)) ? Outcome.UNCHANGED : Outcome.WRITTEN));
        files = staged;
        untouched = true;
        shown.incrementAndGet();
        return new WriteResult(outcomes);
    }

    /** Both files, one after the other. */
    synchronized String text() {
        return String.join("", files.values());
    }

    /** Someone else replaces the files. */
    synchronized void edit() {
        files = Map.of("pjsip_users.conf", "; by hand\n");
        untouched = false;
    }

    @Override
    public synchronized boolean isUntouched() {
        return untouched;
    }

    @Override
    public void markGood() {
        beforeMarking.run();
        synchronized (this) {
            good = files;
        }
    }

    @Override
    public synchronized boolean restore() {
        if (good.isEmpty() || good.equals(files)) {
            return false;
        }
        files = good;
        restored.incrementAndGet();
        return true;
    }
}
