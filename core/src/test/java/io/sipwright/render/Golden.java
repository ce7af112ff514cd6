package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that output is compared with, byte for byte. {@code mvn -pl core test -Dtest='*GoldenTest' -Dgolden.update=true}
 * writes those anew that may change; read the difference before you commit it.
 */
final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/io/sipwright/render");

    private Golden() {}

    /** The document is written exactly as the file says. */
    static void assertWritten(PjsipDocument document, String file) {
        assertThat(PjsipWriter.toString(document)).isEqualTo(text(file));
        assertThat(PjsipWriter.toBytes(document)).isEqualTo(text(file).getBytes(StandardCharsets.UTF_8));
    }

    /** The same for a file that follows our templates. */
    static void assertWrittenOrUpdate(PjsipDocument document, String file) {
        if (Boolean.getBoolean("golden.update")) {
            try {
                Files.write(DIRECTORY.resolve(file), PjsipWriter.toBytes(document));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertWritten(document, file);
    }

    private static String text(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
