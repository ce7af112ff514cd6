package io.sipwright.target;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A file that is made ready beside the one it replaces. */
final class TemporaryFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private TemporaryFile() {}

    /** An empty file that already has its mode and group: no one may read it before that. */
    static Path create(FilePlace place) throws IOException {
        Path file = place.directory().resolve(place.temporaryPrefix() + UUID.randomUUID());
        Disk disk = place.disk();
        disk.create(file, OWNER_ONLY);
        try {
            GroupPrincipal group = wantedGroup(place);
            if (!group.equals(group(place, file))) {
                setGroup(file, group, place);
            }
            disk.setMode(file, place.mode()); // the mode at creation was subject to the umask
            return file;
        } catch (IOException | RuntimeException e) {
            disk.delete(file);
            throw e;
        }
    }

    private static GroupPrincipal wantedGroup(FilePlace place) throws IOException {
        if (place.group() != null) {
            try {
                return place.disk().group(place.group());
            } catch (UserPrincipalNotFoundException e) {
                throw new TargetException(
                        "There is no group '" + place.group() + "' to give " + place.file() + " to", e);
            }
        }
        Disk disk = place.disk();
        return group(place, disk.exists(place.file()) ? place.file() : disk.realPath(place.directory()));
    }

    private static GroupPrincipal group(FilePlace place, Path file) throws IOException {
        return place.disk()
                .find(file)
                .map(PosixFileAttributes::group)
                .orElseThrow(() -> new NoSuchFileException(file.toString()));
    }

    private static void setGroup(Path file, GroupPrincipal group, FilePlace place) throws IOException {
        try {
            place.disk().setGroup(file, group);
        } catch (IOException e) {
            if (place.group() != null) {
                throw new TargetException(
                        "Can't give " + place.file() + " to the group " + group + "; is this process a member of it?",
                        e);
            }
            // It was not asked for: the group of this process then, as for any new file.
        }
    }

    /** Asterisk takes a file of the same size and time for the same file, however its content differs. */
    static void makeNewer(FilePlace place, Path temporary) throws IOException {
        Disk disk = place.disk();
        Optional<FileTime> before = disk.find(place.file()).map(PosixFileAttributes::lastModifiedTime);
        Optional<FileTime> now = disk.find(temporary).map(PosixFileAttributes::lastModifiedTime);
        if (before.isPresent() && now.isPresent() && now.get().compareTo(before.get()) <= 0) {
            disk.setTime(temporary, FileTime.from(before.get().toInstant().plusMillis(1)));
        }
    }

    /** Removes what a run that was cut off has left. Only under the lock. */
    static void removeStale(FilePlace place) throws IOException {
        for (Path file : place.disk().list(place.directory(), place.temporaryPrefix())) {
            place.disk().delete(file);
        }
    }
}
