package io.sipwright.target;

import io.sipwright.target.WriteResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configuration files in a directory, replaced so that a reader, a crash or a power cut finds the old file or the new
 * one, whole:
 *
 * <ol>
 *   <li>take the lock of the directory, a file {@code .sipwright.lock} that is never replaced;
 *   <li>remove temporary files of a run that was cut off;
 *   <li>leave a file alone that already holds these bytes, or that someone else has edited;
 *   <li>write a temporary file in the same directory, with its mode set before its content; fsync it;
 *   <li>read it back with an independent parser and compare it with what was meant;
 *   <li>note its hash, so that later edits by others are noticed;
 *   <li>keep the old file as {@code .<name>.lkg}, and rename the temporary file over it;
 *   <li>fsync the directory.
 * </ol>
 *
 * <p>Nothing is promised on network file systems, nor for two files together: each is whole by itself. A file that is
 * mounted by itself can't be replaced; mount its directory. Thread-safe, also between processes on one machine.
 */
public final class ConfigFiles implements Target {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigFiles.class);

    private final Path directory;
    private final Set<PosixFilePermission> mode;
    private final @Nullable String group;
    private final DriftPolicy driftPolicy;
    private final Duration lockTimeout;

    private ConfigFiles(Builder builder) {
        directory = builder.directory.toAbsolutePath().normalize();
        mode = Set.copyOf(builder.mode);
        group = builder.group;
        driftPolicy = builder.driftPolicy;
        lockTimeout = builder.lockTimeout;
    }

    /** Files in a directory, with all settings as they are by default. */
    public static ConfigFiles in(Path directory) {
        return builder(directory).build();
    }

    public static Builder builder(Path directory) {
        return new Builder(directory);
    }

    public Path directory() {
        return directory;
    }

    @Override
    public WriteResult write(List<TargetFile> files) {
        checkDirectory();
        try (DirectoryLock lock = DirectoryLock.take(directory, lockTimeout)) {
            LOG.trace("Locked {}", lock);
            List<Replacement> replacements = new ArrayList<>();
            try {
                for (TargetFile file : files) {
                    replacements.add(Replacement.plan(new FilePlace(directory, file.name(), mode, group), file));
                }
                return replace(replacements);
            } finally {
                replacements.forEach(Replacement::discard);
            }
        }
    }

    private WriteResult replace(List<Replacement> replacements) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        boolean heldBack =
                driftPolicy == DriftPolicy.REFUSE && replacements.stream().anyMatch(Replacement::isDrifted);
        for (Replacement replacement : replacements) {
            outcomes.put(
                    replacement.name(),
                    replacement.isUnchanged()
                            ? Outcome.UNCHANGED
                            : !heldBack
                                    ? Outcome.WRITTEN
                                    : replacement.isDrifted() ? Outcome.DRIFTED : Outcome.HELD_BACK);
        }
        List<Replacement> wanted = replacements.stream()
                .filter(replacement -> outcomes.get(replacement.name()) == Outcome.WRITTEN)
                .toList();
        replacements.stream().filter(Replacement::isUnchanged).forEach(Replacement::adopt);
        // All are prepared before the first is shown: what can fail, fails while everything is as it was.
        wanted.forEach(Replacement::prepare);
        wanted.forEach(Replacement::keep);
        wanted.forEach(Replacement::show);
        if (!wanted.isEmpty()) {
            DurableDirectory.sync(directory);
        }
        return new WriteResult(outcomes);
    }

    private void checkDirectory() {
        if (!Files.isDirectory(directory)) {
            throw new TargetException(directory + " is not a directory; create it, or name another one");
        }
        try {
            if (Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new TargetException(
                        directory + " can be written by everyone, who could so put in files of their own; chmod o-w");
            }
        } catch (IOException e) {
            throw new TargetException("Can't read the mode of " + directory, e);
        }
    }

    /** Settings. Not thread-safe. */
    public static final class Builder {

        private final Path directory;
        private Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-----");
        private @Nullable String group;
        private DriftPolicy driftPolicy = DriftPolicy.REFUSE;
        private Duration lockTimeout = Duration.ofSeconds(10);

        private Builder(Path directory) {
            this.directory = directory;
        }

        /** Mode of the files, for example {@code rw-r-----}, which is the default. Never for others. */
        public Builder mode(String permissions) {
            Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
            if (permissions.endsWith("---") && wanted.contains(PosixFilePermission.OWNER_WRITE)) {
                mode = wanted;
                return this;
            }
            throw new IllegalArgumentException(
                    "The files hold passwords: mode " + permissions + " must end with --- and let the owner write");
        }

        /** Group of the files, so that Asterisk can read them; by default that of the file replaced. */
        public Builder group(String name) {
            group = name;
            return this;
        }

        /** What to do with edits by others; {@link DriftPolicy#REFUSE} by default. */
        public Builder onDrift(DriftPolicy policy) {
            driftPolicy = policy;
            return this;
        }

        /** How long to wait for another process that is writing; 10 seconds by default. */
        public Builder lockTimeout(Duration timeout) {
            lockTimeout = timeout;
            return this;
        }

        public ConfigFiles build() {
            return new ConfigFiles(this);
        }
    }
}
