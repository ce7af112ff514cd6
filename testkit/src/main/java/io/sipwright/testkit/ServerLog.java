package io.sipwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The log file of a server. Reads it anew each time; thread-safe. */
record ServerLog(Path file, Path console) {
    private static final Pattern COMPLAINT = Pattern.compile("^\\[[^]]*] (WARNING|ERROR)\\[.*");

    /** The lines after a place, without those that {@link LogBarrier} causes itself. */
    List<String> lines(LogMark from) {
        return split(from).stream().filter(line -> !LogBarrier.causes(line)).toList();
    }

    /** The lines after a place that are warnings or errors. */
    List<String> complaints(LogMark from) {
        return lines(from).stream()
                .filter(line -> COMPLAINT.matcher(line).matches())
                .toList();
    }

    boolean contains(String text, LogMark from) {
        return split(from).stream().anyMatch(line -> line.contains(text));
    }

    LogMark end() {
        return new LogMark(bytes(file).length);
    }

    /** What to show when a start failed: the last lines of the log, then what the process printed itself. */
    String tail() {
        List<String> lines = lines(LogMark.START);
        List<String> last = lines.subList(Math.max(0, lines.size() - 20), lines.size());
        String printed = new String(bytes(console), StandardCharsets.UTF_8);
        return String.join("\n", last) + "\n" + printed.substring(Math.max(0, printed.length() - 2000));
    }

    private List<String> split(LogMark from) {
        byte[] all = bytes(file);
        byte[] rest = Arrays.copyOfRange(all, (int) Math.min(from.offset(), all.length), all.length);
        return new String(rest, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
