package io.sipwright.target;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is asked of a file system, so that tests can put one in its place that breaks at any step. Links are never
 * followed, except those in the path of a directory.
 */
interface Disk {

    /** The same directory by the one path that leads to it without links. */
    Path realPath(Path directory) throws IOException;

    /** What is there by that name, be it a link; empty when nothing is. Whatever can't be told is an exception. */
    Optional<PosixFileAttributes> find(Path file) throws IOException;

    default boolean exists(Path file) throws IOException {
        return find(file).isPresent();
    }

    InputStream read(Path file) throws IOException;

    /** Makes an empty file; fails if there is one. The mode is subject to the umask. */
    void create(Path file, Set<PosixFilePermission> mode) throws IOException;

    void setMode(Path file, Set<PosixFilePermission> mode) throws IOException;

    /**
     * The group of a name.
     *
     * @throws java.nio.file.attribute.UserPrincipalNotFoundException if there is none
     */
    GroupPrincipal group(String name) throws IOException;

    void setGroup(Path file, GroupPrincipal group) throws IOException;

    void setTime(Path file, FileTime modified) throws IOException;

    /** Writes the content of an empty file, all the way to the disk. After a failed fsync the file is useless. */
    void fill(Path file, Filling filling) throws IOException;

    /** Puts a file in the place of another one, at once. */
    void rename(Path file, Path to) throws IOException;

    /** Gives a file a second name. */
    void link(Path name, Path file) throws IOException;

    /** Removes a file, if it is there. */
    void delete(Path file) throws IOException;

    /** The files whose names begin so. */
    List<Path> list(Path directory, String prefix) throws IOException;

    /** Makes what was made, renamed and removed in a directory outlive a power cut. */
    void sync(Path directory) throws IOException;

    /** Opens a file to lock it, and makes it if it is not there. */
    Lockable openLock(Path file, Set<PosixFilePermission> mode) throws IOException;

    /** Writes the content of a file. */
    interface Filling {

        void writeTo(OutputStream out) throws IOException;
    }

    /** A file that one process at a time can lock. */
    interface Lockable extends Closeable {

        /** False while someone else has it: another process, or another copy of this class in the same one. */
        boolean tryLock() throws IOException;

        /** Ends the lock, if there was one. */
        @Override
        void close() throws IOException;
    }
}
