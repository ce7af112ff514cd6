package io.sipwright.target;

import io.sipwright.target.SimulatedFiles.Inode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@link SimulatedFiles} as one process sees it; each operation is a step at which the process may break. */
public final class SimulatedDisk implements Disk {

    /** Told before each operation takes effect. */
    public interface Stepping {

        /** What changes something. */
        void change(String name) throws IOException;

        /** What only looks. */
        void look(String name) throws IOException;
    }

    private final SimulatedFiles files;
    private final Path directory;
    private final Stepping steps;

    private SimulatedDisk(SimulatedFiles files, Path directory, Stepping steps) {
        this.files = files;
        this.directory = directory;
        this.steps = steps;
    }

    /** The writer that is tested, on such a disk. */
    public static ConfigFiles configFiles(SimulatedFiles files, Path directory, Stepping steps) {
        return ConfigFiles.builder(directory)
                .disk(new SimulatedDisk(files, directory, steps))
                .lockTimeout(Duration.ZERO)
                .build();
    }

    /** The same name for all temporary files of one kind, which have random ones. */
    private static String title(String name) {
        return name.replaceFirst("tmp-[0-9a-f-]{36}", "tmp");
    }

    /** The name of a file, for which something is about to be changed. */
    private String change(String operation, Path file) throws IOException {
        String name = file.getFileName().toString();
        steps.change(operation + " " + title(name));
        return name;
    }

    private String look(String operation, Path file) throws IOException {
        String name = file.getFileName().toString();
        steps.look(operation + " " + title(name));
        return name;
    }

    private void require(String name) throws NoSuchFileException {
        if (files.find(name) == null) {
            throw new NoSuchFileException(directory.resolve(name).toString());
        }
    }

    private void requireAbsent(String name) throws FileAlreadyExistsException {
        if (files.find(name) != null) {
            throw new FileAlreadyExistsException(directory.resolve(name).toString());
        }
    }

    @Override
    public Path realPath(Path path) throws IOException {
        steps.look("find the directory");
        return path;
    }

    @Override
    public Optional<PosixFileAttributes> find(Path file) throws IOException {
        if (file.equals(directory)) {
            steps.look("find the directory");
            return Optional.of(new SimulatedAttributes(true, 0, 0, FileTime.fromMillis(0), mode("rwxr-x---")));
        }
        Inode inode = files.find(look("find", file));
        return Optional.ofNullable(inode)
                .map(found -> new SimulatedAttributes(
                        false, found.number, found.bytes.length, found.modified, Set.copyOf(found.mode)));
    }

    private static Set<PosixFilePermission> mode(String mode) {
        return PosixFilePermissions.fromString(mode);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        String name = look("read", file);
        Inode inode = files.find(name);
        if (inode == null) {
            throw new NoSuchFileException(file.toString());
        }
        return new ByteArrayInputStream(inode.bytes);
    }

    @Override
    public void create(Path file, Set<PosixFilePermission> mode) throws IOException {
        String name = change("create", file);
        requireAbsent(name);
        files.create(name, mode);
    }

    @Override
    public void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
        String name = change("set mode of", file);
        require(name);
        inode(name).mode = mode;
    }

    private Inode inode(String name) throws IOException {
        Inode inode = files.find(name);
        if (inode == null) {
            throw new NoSuchFileException(directory.resolve(name).toString());
        }
        return inode;
    }

    @Override
    public GroupPrincipal group(String name) {
        return new SimulatedAttributes.Person(name);
    }

    @Override
    public void setGroup(Path file, GroupPrincipal group) throws IOException {
        require(change("set group of", file));
    }

    @Override
    public void setTime(Path file, FileTime modified) throws IOException {
        String name = change("set time of", file);
        inode(name).modified = modified;
    }

    @Override
    public void fill(Path file, Filling filling) throws IOException {
        String name = look("open", file);
        require(name);
        OutputStream out = new BufferedOutputStream(new Halves(name), 1 << 16);
        filling.writeTo(out);
        out.flush();
        steps.change("force " + title(name));
        files.force(name);
        steps.look("close " + title(name));
    }

    /** Writes each piece in two halves. */
    private final class Halves extends OutputStream {

        private final String name;

        Halves(String name) {
            this.name = name;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int half = length / 2;
            steps.change("write " + title(name));
            files.append(name, bytes, offset, half);
            steps.change("write the rest of " + title(name));
            files.append(name, bytes, offset + half, length - half);
        }
    }

    @Override
    public void rename(Path file, Path to) throws IOException {
        String name = file.getFileName().toString();
        String target = to.getFileName().toString();
        steps.change("rename " + title(name) + " to " + target);
        require(name);
        files.rename(name, target);
    }

    @Override
    public void link(Path name, Path file) throws IOException {
        String link = name.getFileName().toString();
        String of = file.getFileName().toString();
        steps.change("link " + title(link) + " to " + of);
        require(of);
        requireAbsent(link);
        files.link(link, of);
    }

    @Override
    public void delete(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (files.find(name) == null) {
            steps.look("delete " + title(name) + ", which is not there");
        } else {
            steps.change("delete " + title(name));
            files.delete(name);
        }
    }

    @Override
    public List<Path> list(Path path, String prefix) throws IOException {
        steps.look("list " + prefix);
        return files.names().stream()
                .filter(name -> name.startsWith(prefix))
                .map(path::resolve)
                .toList();
    }

    @Override
    public void sync(Path path) throws IOException {
        steps.change("sync the directory");
        files.sync();
    }

    @Override
    public Lockable openLock(Path file, Set<PosixFilePermission> mode) throws IOException {
        String name = change("open", file);
        if (files.find(name) == null) {
            files.create(name, mode);
        }
        Object owner = new Object();
        return new Lockable() {
            @Override
            public boolean tryLock() throws IOException {
                steps.change("lock the directory");
                return files.tryLock(owner);
            }

            @Override
            public void close() throws IOException {
                try {
                    steps.change("unlock the directory");
                } finally {
                    files.unlock(owner); // closed is closed, with or without an error
                }
            }
        };
    }
}
