package io.sipwright.target;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
 *   <li>fsync the directory, so that the note is never younger than the file that it tells of;
 *   <li>rename the temporary file over the old one; an edit by someone else is kept as {@code .<name>.edited};
 *   <li>fsync the directory.
 * </ol>
 *
 * <p>What was seen running is kept as {@code .<name>.lkg}, the last known good.
 *
 * <p>Nothing is promised on network file systems, nor for two files together: each is whole by itself. A file that is
 * mounted by itself can't be replaced; mount its directory. Thread-safe, also between processes on one machine.
 */
public final class ConfigFiles implements Target {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigFiles.class);

    private final Disk disk;
    private final Path directory;
    private final Set<PosixFilePermission> mode;
    private final @Nullable String group;
    private final DriftPolicy driftPolicy;
    private final Duration lockTimeout;
    private final ShownFiles shown;
    private volatile List<String> names = List.of();

    private ConfigFiles(Builder builder) {
        disk = builder.disk;
        directory = builder.directory.toAbsolutePath().normalize();
        mode = Set.copyOf(builder.mode);
        group = builder.group;
        driftPolicy = builder.driftPolicy;
        lockTimeout = builder.lockTimeout;
        shown = new ShownFiles(disk);
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
        try (StagedWrite staged = stage(files)) {
            return staged.show();
        }
    }

    @Override
    public StagedWrite stage(List<TargetFile> files) {
        checkDirectory();
        StagedFiles staged = new StagedFiles(disk, directory, lock(), shown);
        try {
            names = files.stream().map(TargetFile::name).toList();
            for (TargetFile file : files) {
                Replacement replacement = new Replacement(place(file.name()), file);
                staged.add(replacement); // first, so that what it leaves half done is thrown away
                replacement.plan();
            }
            staged.prepare(driftPolicy);
            return staged;
        } catch (RuntimeException | Error e) {
            staged.close();
            throw e;
        }
    }

    private DirectoryLock lock() {
        return DirectoryLock.take(disk, directory, lockTimeout);
    }

    private FilePlace place(String name) {
        return new FilePlace(disk, directory, name, mode, group);
    }

    @Override
    public boolean read(String file, Consumer<? super PjsipElement> elements) {
        try (InputStream in = disk.read(directory.resolve(file))) {
            PjsipParser.create().parse(file, in).document().elements().forEach(elements);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | UncheckedIOException e) {
            throw new TargetException("Can't read " + directory.resolve(file), e);
        }
    }

    @Override
    public List<SectionPlace> locate(String file, List<Section> sections) {
        Path path = directory.resolve(file);
        try (InputStream in = disk.read(path)) {
            SectionSearch search = new SectionSearch(path.toString(), in.readAllBytes());
            return sections.stream().map(search::place).toList();
        } catch (NoSuchFileException e) {
            SectionPlace missing = new SectionPlace(SectionPlace.State.MISSING, null);
            return sections.stream().map(section -> missing).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new TargetException("Can't read " + path, e);
        }
    }

    @Override
    public boolean isUntouched() {
        return shown.areUntouched();
    }

    @Override
    public boolean leavesAlone(String file) {
        try {
            return driftPolicy != DriftPolicy.OVERWRITE && Edits.isEdited(place(file));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public DriftPolicy driftPolicy() {
        return driftPolicy;
    }

    @Override
    public Optional<EditedFile> edited(String file) {
        try {
            return Edits.read(place(file));
        } catch (IOException e) {
            throw new TargetException("Can't read " + directory.resolve(file), e);
        }
    }

    @Override
    public void acknowledge(EditedFile edit) {
        try (DirectoryLock lock = lock()) {
            LOG.trace("Locked {}", lock);
            Edits.acknowledge(place(edit.name()), edit);
        } catch (IOException e) {
            throw new TargetException("Can't note the edit of " + directory.resolve(edit.name()), e);
        }
    }

    /** A file that was edited since it was written is not kept: it is not what was seen running. */
    @Override
    public void markGood() {
        try (DirectoryLock lock = lock()) {
            LOG.trace("Locked {}", lock);
            boolean kept = false;
            for (String name : names) {
                FilePlace place = place(name);
                kept |= shown.isUntouched(place.file()) && LastKnownGood.keep(place);
            }
            if (kept) {
                disk.sync(directory);
            }
        } catch (IOException e) {
            throw new TargetException("Can't keep the last known good in " + directory, e);
        }
    }

    @Override
    public boolean readGood(Consumer<? super PjsipElement> elements) {
        try (DirectoryLock lock = lock()) {
            LOG.trace("Locked {}", lock);
            for (String name : names) {
                LastKnownGood.read(place(name), elements);
            }
            return !names.isEmpty();
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | PjsipSyntaxException e) {
            throw new TargetException("Can't read the last known good in " + directory, e);
        }
    }

    @Override
    public boolean restore() {
        try (DirectoryLock lock = lock()) {
            LOG.trace("Locked {}", lock);
            boolean restored = false;
            for (String name : names) {
                FilePlace place = place(name);
                if (disk.exists(place.lastKnownGood())) {
                    restored |= LastKnownGood.restore(place);
                    shown.note(place.file());
                }
            }
            if (restored) {
                DurableDirectory.sync(disk, directory);
            }
            return restored;
        } catch (IOException e) {
            throw new TargetException("Can't restore the last known good in " + directory, e);
        }
    }

    private void checkDirectory() {
        try {
            PosixFileAttributes found = disk.find(disk.realPath(directory))
                    .filter(PosixFileAttributes::isDirectory)
                    .orElseThrow(() -> new NoSuchFileException(directory.toString()));
            if (found.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new TargetException(
                        directory + " can be written by everyone, who could so put in files of their own; chmod o-w");
            }
        } catch (NoSuchFileException e) {
            throw new TargetException(directory + " is not a directory; create it, or name another one", e);
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
        private Disk disk = new PosixDisk();
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

        /** For tests. */
        Builder disk(Disk value) {
            disk = value;
            return this;
        }

        public ConfigFiles build() {
            return new ConfigFiles(this);
        }
    }
}
