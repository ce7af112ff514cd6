package io.sipwright.target;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** The version of a file that was seen running last, under a second name. */
final class LastKnownGood {

    private LastKnownGood() {}

    /** Keeps what is there now. It is never written again, so that a second name is enough, and no copy. */
    static void keep(FilePlace place) throws IOException {
        link(place, place.file(), place.lastKnownGood());
    }

    /** Gives a file a second name, in the place of whatever had it. */
    static void link(FilePlace place, Path file, Path name) throws IOException {
        Path link = place.directory().resolve(place.temporaryPrefix() + "link");
        Files.deleteIfExists(link);
        Files.createLink(link, file);
        Files.setPosixFilePermissions(link, place.mode()); // it may have been more open than we would have made it
        TemporaryFile.rename(link, name);
        Files.deleteIfExists(link); // of two names of one file, a rename leaves both
    }

    /** What can't have a second name, such as a file that is mounted by itself, can't be replaced either. */
    static void tryLink(FilePlace place) throws IOException {
        Path link = place.directory().resolve(place.temporaryPrefix() + "link");
        Files.deleteIfExists(link);
        Files.createLink(link, place.file());
        Files.delete(link);
    }

    /** Brings it back as a new file, so that Asterisk sees that it has changed. False when it is what is there. */
    static boolean restore(FilePlace place) throws IOException {
        String good = Digests.ofFile(place.lastKnownGood());
        String present = Files.exists(place.file()) ? Digests.ofFile(place.file()) : "-";
        if (good.equals(present)) {
            return false;
        }
        Path temporary = TemporaryFile.create(place);
        try {
            TemporaryFile.fill(temporary, (OutputStream out) -> Files.copy(place.lastKnownGood(), out));
            if (Files.exists(place.file())) {
                FileTime before = Files.getLastModifiedTime(place.file());
                if (Files.getLastModifiedTime(temporary).compareTo(before) <= 0) {
                    Files.setLastModifiedTime(
                            temporary, FileTime.from(before.toInstant().plusMillis(1)));
                }
            }
            WrittenRecord.write(place, good, present);
            TemporaryFile.rename(temporary, place.file());
            return true;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
