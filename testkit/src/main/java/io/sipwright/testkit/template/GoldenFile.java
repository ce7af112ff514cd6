package io.sipwright.testkit.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file that a text must be equal to, line by line. With {@code -Dsipwright.golden=write} it is written instead, and that is
 * said on standard output; where the environment variable {@code CI} is set, that fails: a build server has nothing to
 * approve. Immutable.
 */
public final class GoldenFile {

    /** Name of the system property; its only value is {@code write}. */
    public static final String PROPERTY = "sipwright.golden";

    private final Path file;
    private final String mode;
    private final boolean onBuildServer;

    GoldenFile(Path file, String mode, Map<String, String> environment) {
        this.file = file;
        this.mode = mode;
        String ci = environment.getOrDefault("CI", "");
        onBuildServer = !ci.isEmpty() && !ci.equalsIgnoreCase("false");
    }

    /** A file, most often of {@code src/test/resources}. */
    public static GoldenFile at(Path file) {
        return new GoldenFile(file, System.getProperty(PROPERTY, ""), System.getenv());
    }

    /**
     * Compares.
     *
     * @throws AssertionError if the text is another one, or if there is no file; the message shows the difference
     * @throws UncheckedIOException if the file can't be read or written
     */
    public void check(String text) {
        switch (mode) {
            case "" -> compare(text);
            case "write" -> write(text);
            default -> throw new IllegalArgumentException(PROPERTY + " must be write, or not set, and not " + mode);
        }
    }

    private void compare(String text) {
        if (!Files.exists(file)) {
            throw new AssertionError("There is no golden file " + file + "; " + how("make"));
        }
        String golden = read();
        if (!golden.equals(text)) {
            throw new AssertionError("Not as in the golden file; " + how("change") + "\n"
                    + UnifiedDiff.of(file.toString(), golden, "rendered", text));
        }
    }

    private static String how(String verb) {
        return "run the test with -D" + PROPERTY + "=write to " + verb + " it, and read it before you commit it";
    }

    /** Git may have put the line ends of its machine in. */
    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }

    private void write(String text) {
        if (onBuildServer) {
            throw new AssertionError("A golden file is not written where CI is set: " + file);
        }
        try {
            if (Files.exists(file) && read().equals(text)) {
                return;
            }
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file, e);
        }
        System.out.println("Wrote the golden file " + file);
    }
}
