package io.sipwright.target;

import io.sipwright.pjsip.PjsipParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** What someone else has made of a file since it was written. */
final class Edits {

    private Edits() {}

    static boolean isEdited(FilePlace place) throws IOException {
        boolean there = place.disk()
                .find(place.file())
                .filter(found -> found.size() > 0)
                .isPresent();
        return there && !WrittenRecord.read(place).contains(Digests.ofFile(place.disk(), place.file()));
    }

    /** Read once, so that digest and content are of the same moment. */
    static Optional<EditedFile> read(FilePlace place) throws IOException {
        byte[] bytes;
        try (InputStream in = place.disk().read(place.file())) {
            bytes = in.readAllBytes();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String digest = Digests.ofBytes(bytes);
        if (bytes.length == 0 || WrittenRecord.read(place).contains(digest)) {
            return Optional.empty();
        }
        return Optional.of(new EditedFile(
                place.name(),
                digest,
                PjsipParser.create()
                        .parse(place.name(), new ByteArrayInputStream(bytes))
                        .document()
                        .elements()));
    }

    /** From now on the content of that digest counts as written by us; one that came meanwhile does not. */
    static void acknowledge(FilePlace place, EditedFile edit) throws IOException {
        List<String> written = WrittenRecord.read(place);
        WrittenRecord.write(place, edit.digest(), written.isEmpty() ? edit.digest() : written.get(0));
    }
}
