package io.sipwright.apply;

import io.sipwright.reload.FileReading;
import io.sipwright.render.Renderer;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Asterisk itself read the files that are to be shown, as far as its reloader can do that, and compares what it found
 * with what was rendered.
 */
final class Preflight {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    private final Node node;
    private final Marks marks;

    Preflight(Node node, Renderer renderer) {
        this.node = node;
        this.marks = new Marks(renderer);
    }

    /**
     * Returns when Asterisk reads the files as they are meant, and also when it can't be asked: this is a further witness, and
     * what it would have seen is seen again after the reload.
     *
     * @throws PreflightException if Asterisk can't read one of them, or reads something else
     */
    void check(Staging staging) {
        staging.files().files().forEach((name, file) -> check(staging, name, file));
    }

    private void check(Staging staging, String name, Path file) {
        SectionCheck sections =
                new SectionCheck(marks, staging.manifest(), staging.objects().getOrDefault(name, List.of()));
        FileReading reading = node.reloader().read(file, sections::take);
        if (reading instanceof FileReading.Refused refused) {
            throw new PreflightException("Asterisk can't read " + name + " as it is staged: " + refused.reason());
        }
        if (reading instanceof FileReading.NotAsked notAsked) {
            LOG.debug("Node {}: Asterisk has not read {} beforehand: {}", node.name(), name, notAsked.reason());
            return;
        }
        sections.difference().ifPresent(difference -> {
            throw new PreflightException("Asterisk reads " + name + " as something else: " + difference);
        });
    }
}
