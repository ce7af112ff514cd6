package io.sipwright.target;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.PjsipWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replacement of one file, step by step. */
final class Replacement {

    /** Hash that stands for "no file". */
    private static final String NOTHING = "-";

    private final FilePlace place;
    private final TargetFile wanted;
    private String wantedHash = NOTHING;
    private String presentHash = NOTHING;
    private boolean drifted;
    private @Nullable Path temporary;

    Replacement(FilePlace place, TargetFile wanted) {
        this.place = place;
        this.wanted = wanted;
    }

    /** Looks at what is there and at what is wanted. Changes nothing but temporary files. */
    void plan() {
        try {
            Optional<PosixFileAttributes> found = place.disk().find(place.file());
            found.ifPresent(attributes -> checkOrdinary(place.file(), attributes));
            TemporaryFile.removeStale(place);
            presentHash = found.isPresent() ? Digests.ofFile(place.disk(), place.file()) : NOTHING;
            wantedHash = wanted.expectedToDiffer() ? writeTemporary() : hashOfText();
            boolean ours = found.isEmpty()
                    || presentHash.equals(wantedHash)
                    || WrittenRecord.read(place).contains(presentHash)
                    || isEmpty(place);
            drifted = !ours;
        } catch (IOException e) {
            throw failed(place, e);
        }
    }

    private String hashOfText() {
        MessageDigest digest = Digests.sha256();
        writeText(wanted, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Digests.hex(digest);
    }

    /** Looks once more: it was there a moment ago. */
    private static boolean isEmpty(FilePlace place) throws IOException {
        return place.disk()
                        .find(place.file())
                        .orElseThrow(() -> new NoSuchFileException(place.file().toString()))
                        .size()
                == 0;
    }

    private static void checkOrdinary(Path file, PosixFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            throw new TargetException(file + " is a symbolic link, and replacing it would cut it off from its target;"
                    + " name the directory of the target instead");
        }
        if (!attributes.isRegularFile()) {
            throw new TargetException(file + " is not an ordinary file");
        }
    }

    private static void writeText(TargetFile file, OutputStream out) {
        PjsipWriter writer = PjsipWriter.to(out);
        file.content().forEach(writer::write);
        writer.close();
    }

    String name() {
        return wanted.name();
    }

    Path file() {
        return place.file();
    }

    boolean isUnchanged() {
        return wantedHash.equals(presentHash);
    }

    boolean isDrifted() {
        return drifted;
    }

    /** Takes a file that says what is wanted for one that we wrote, so that later edits of it are noticed. */
    void adopt() {
        try {
            if (!WrittenRecord.read(place).contains(presentHash)) {
                WrittenRecord.write(place, presentHash, presentHash);
            }
        } catch (IOException e) {
            throw failed(place, e);
        }
    }

    /** Has the temporary file ready, which may have been written already. */
    void prepare() {
        if (temporary != null) {
            return;
        }
        try {
            if (!wantedHash.equals(writeTemporary())) {
                throw new TargetException("The rendering of " + wanted.name() + " changed while it was written");
            }
        } catch (IOException e) {
            throw failed(place, e);
        }
    }

    /** Writes the temporary file and proves that it says what was meant. Returns its hash. */
    private String writeTemporary() throws IOException {
        MessageDigest meant = Digests.sha256();
        MessageDigest bytes = Digests.sha256();
        try {
            Path file = TemporaryFile.create(place);
            temporary = file;
            place.disk()
                    .fill(
                            file,
                            out -> writeText(
                                    new TargetFile(
                                            wanted.name(),
                                            elements -> wanted.content().forEach(element -> {
                                                Digests.add(meant, element);
                                                elements.accept(element);
                                            })),
                                    new DigestOutputStream(out, bytes)));
            compare(file, Digests.hex(meant));
            TemporaryFile.makeNewer(place, file);
            return Digests.hex(bytes);
        } catch (UncheckedIOException e) {
            throw failed(place, e.getCause());
        }
    }

    /** Notes what is coming, and keeps what someone else has edited. Fails where the file can't be replaced. */
    void keep() {
        try {
            WrittenRecord.write(place, wantedHash, presentHash);
            if (place.disk().exists(place.file())) {
                LastKnownGood.tryLink(place);
            }
            if (drifted) {
                LastKnownGood.link(place, place.file(), place.edited());
            }
        } catch (IOException e) {
            throw failed(place, e);
        }
    }

    private void compare(Path file, String meant) throws IOException {
        MessageDigest read = Digests.sha256();
        try (InputStream in = place.disk().read(file)) {
            PjsipParser.readWritten(wanted.name(), in, (PjsipElement element) -> Digests.add(read, element));
        } catch (PjsipSyntaxException e) {
            throw new TargetException(
                    "What was written for " + wanted.name() + " can't be read back; it is not used", e);
        }
        if (!meant.equals(Digests.hex(read))) {
            throw new TargetException(
                    "What was written for " + wanted.name() + " reads as something else; it is not used");
        }
    }

    /** The new file, beside the old one. */
    Path staged() {
        Path file = temporary;
        if (file == null) {
            throw new IllegalStateException("not prepared");
        }
        return file;
    }

    /** Puts the new file in the place of the old one. */
    void show() {
        Path file = staged();
        try {
            place.disk().rename(file, place.file());
            temporary = null;
        } catch (IOException e) {
            throw failed(place, e);
        }
    }

    /** Removes the temporary file, if there still is one. */
    void discard() {
        if (temporary != null) {
            try {
                place.disk().delete(temporary);
            } catch (IOException e) {
                throw failed(place, e);
            }
        }
    }

    private static TargetException failed(FilePlace place, @Nullable IOException cause) {
        return new TargetException("Can't replace " + place.file() + ": " + WriteFailure.explain(cause), cause);
    }

    @Override
    public String toString() {
        return place.file() + " " + List.of(presentHash, wantedHash);
    }
}
