package io.sipwright.target;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/** The version of a file that was seen running last, under a second name. */
final class LastKnownGood {

    private LastKnownGood() {}

    /** Keeps what is there now. It is never written again, so that a second name is enough; false if it has it already. */
    static boolean keep(FilePlace place) throws IOException {
        Optional<Object> kept = place.disk().find(place.lastKnownGood()).map(PosixFileAttributes::fileKey);
        if (kept.isPresent() && kept.equals(place.disk().find(place.file()).map(PosixFileAttributes::fileKey))) {
            return false;
        }
        link(place, place.file(), place.lastKnownGood());
        return true;
    }

    /** Gives a file a second name, in the place of whatever had it. */
    static void link(FilePlace place, Path file, Path name) throws IOException {
        Path link = place.directory().resolve(place.temporaryPrefix() + "link");
        Disk disk = place.disk();
        disk.delete(link);
        disk.link(link, file);
        disk.setMode(link, place.mode()); // it may have been more open than we would have made it
        disk.rename(link, name);
        disk.delete(link); // of two names of one file, a rename leaves both
    }

    /** What can't have a second name, such as a file that is mounted by itself, can't be replaced either. */
    static void tryLink(FilePlace place) throws IOException {
        Path link = place.directory().resolve(place.temporaryPrefix() + "link");
        place.disk().delete(link);
        place.disk().link(link, place.file());
        place.disk().delete(link);
    }

    /** Hands over what it consists of. */
    static void read(FilePlace place, Consumer<? super PjsipElement> elements) throws IOException {
        try (InputStream in = place.disk().read(place.lastKnownGood())) {
            PjsipParser.readWritten(place.name(), in, elements::accept);
        }
    }

    /** Brings it back as a new file, so that Asterisk sees that it has changed. False when it is what is there. */
    static boolean restore(FilePlace place) throws IOException {
        Disk disk = place.disk();
        String good = Digests.ofFile(disk, place.lastKnownGood());
        String present = disk.exists(place.file()) ? Digests.ofFile(disk, place.file()) : "-";
        if (good.equals(present)) {
            return false;
        }
        Path temporary = TemporaryFile.create(place);
        try {
            disk.fill(temporary, out -> {
                try (InputStream in = disk.read(place.lastKnownGood())) {
                    in.transferTo(out);
                }
            });
            TemporaryFile.makeNewer(place, temporary);
            WrittenRecord.write(place, good, present);
            disk.sync(place.directory()); // or a power cut could leave the file without the note, like an edit
            disk.rename(temporary, place.file());
            return true;
        } finally {
            disk.delete(temporary);
        }
    }
}
