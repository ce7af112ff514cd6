package io.sipwright.target;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A file that is made ready beside the one it replaces. */
final class TemporaryFile {

    /** Writes the content of a file. */
    interface Filling {

        void writeTo(OutputStream out) throws IOException;
    }

    private TemporaryFile() {}

    /** An empty file that already has its mode and group: no one may read it before that. */
    static Path create(FilePlace place) throws IOException {
        Path file = place.directory().resolve(place.temporaryPrefix() + UUID.randomUUID());
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        try {
            PosixFileAttributeView view = view(file);
            GroupPrincipal group = wantedGroup(place);
            if (!group.equals(view.readAttributes().group())) {
                setGroup(view, group, place);
            }
            view.setPermissions(place.mode()); // the mode at creation was subject to the umask
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static GroupPrincipal wantedGroup(FilePlace place) throws IOException {
        if (place.group() != null) {
            try {
                return place.directory()
                        .getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByGroupName(place.group());
            } catch (UserPrincipalNotFoundException e) {
                throw new TargetException(
                        "There is no group '" + place.group() + "' to give " + place.file() + " to", e);
            }
        }
        Path present = Files.exists(place.file()) ? place.file() : place.directory();
        return Files.readAttributes(present, PosixFileAttributes.class).group();
    }

    private static void setGroup(PosixFileAttributeView view, GroupPrincipal group, FilePlace place)
            throws IOException {
        try {
            view.setGroup(group);
        } catch (IOException e) {
            if (place.group() != null) {
                throw new TargetException(
                        "Can't give " + place.file() + " to the group " + group + "; is this process a member of it?",
                        e);
            }
            // It was not asked for: the group of this process then, as for any new file.
        }
    }

    private static PosixFileAttributeView view(Path file) {
        return Objects.requireNonNull(
                Files.getFileAttributeView(file, PosixFileAttributeView.class), "the file system has no POSIX modes");
    }

    /** Writes all of it to the disk. After a failed fsync the file is useless: it is never tried again. */
    static void fill(Path file, Filling filling) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            filling.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    static void rename(Path file, Path to) throws IOException {
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what a run that was cut off has left. Only under the lock. */
    static void removeStale(FilePlace place) throws IOException {
        try (DirectoryStream<Path> stale = Files.newDirectoryStream(place.directory(), place.temporaryPrefix() + "*")) {
            for (Path file : stale) {
                Files.deleteIfExists(file);
            }
        }
    }
}
