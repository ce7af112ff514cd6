package io.sipwright.benchmarks;

import io.sipwright.render.Renderer;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Another Asterisk, which gets copies of the files, so that it reloads the same change of the same files, over the same
 * manager interface, and no one looks at it.
 */
final class BareAsterisk implements AutoCloseable {

    private final AsteriskServer asterisk;
    private final AmiProbe probe;

    BareAsterisk(AsteriskInstallation installation) {
        asterisk = AsteriskServer.builder(installation).start();
        probe = asterisk.ami();
    }

    /** Has it find what a directory holds now. Asterisk skips files that have not changed, so only those are replaced. */
    void copy(Path directory) {
        try {
            for (String name : new String[] {Renderer.TRUNKS_FILE, Renderer.USERS_FILE}) {
                Path file = asterisk.configDirectory().resolve(name);
                if (Files.mismatch(directory.resolve(name), file) >= 0) {
                    Path coming = asterisk.configDirectory().resolve("coming");
                    Files.copy(directory.resolve(name), coming);
                    Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Asterisk has used of processors, in milliseconds. */
    double cpu() {
        return ApplyBenchmark.cpu(asterisk.pid());
    }

    void reload() {
        probe.reload();
    }

    @Override
    public void close() {
        probe.close();
        asterisk.close();
    }
}
