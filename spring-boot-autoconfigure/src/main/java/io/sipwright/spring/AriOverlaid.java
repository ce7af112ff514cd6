package io.sipwright.spring;

import io.sipwright.ari.AriOverlay;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.FileReading;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import java.nio.file.Path;
import java.util.function.Consumer;

/** An overlay that tells what it stands before. */
record AriOverlaid(AriOverlay overlay, Reloader behind) implements Overlaid {

    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        return overlay.reload(request);
    }

    @Override
    public ReloadOutcome refresh(ReloadRequest request) {
        return overlay.refresh(request);
    }

    @Override
    public ReloadOutcome verify(ReloadRequest request) {
        return overlay.verify(request);
    }

    @Override
    public String incarnation() {
        return overlay.incarnation();
    }

    @Override
    public FileReading read(Path file, Consumer<? super Section> sections) {
        return overlay.read(file, sections);
    }

    @Override
    public void close() {
        overlay.close(); // and the one behind it
    }

    @Override
    public String toString() {
        return overlay.toString();
    }
}
