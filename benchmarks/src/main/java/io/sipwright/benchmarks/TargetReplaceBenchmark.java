package io.sipwright.benchmarks;

import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long it takes until a changed file is safely in the place of the old one, beside the least that this takes: write,
 * fsync, rename, fsync of the directory. Percentiles, as a disk has good and bad moments; both ways take turns, so that
 * they share those.
 */
public final class TargetReplaceBenchmark {

    private static final String NAME = "pjsip_users.conf";
    private static final int USERS_OF_1_MB = 1_542;
    private static final int USERS_OF_14_MB = 21_580;
    private static final String HEAD = "| %-8s | %-28s | %6s | %8s | %8s |%n";
    private static final String ROW = "| %5.1f MB | %-28s | %6d | %8.1f | %8.1f |%n";

    private final List<PjsipElement> elements;
    private final ConfigFiles target;
    private final Path bareDirectory;

    private TargetReplaceBenchmark(Path directory, int users) throws IOException {
        target = ConfigFiles.in(Files.createDirectory(directory.resolve("sipwright")));
        bareDirectory = Files.createDirectory(directory.resolve("bare"));
        elements = new Workload(users).elements();
    }

    /** Measures in a new directory below the one that is named; {@code --quick} for fewer rounds. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        Path parent = given.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .map(Path::of)
                .orElse(Path.of("."));
        System.out.printf(HEAD, "file", "replaced by", "rounds", "p50 ms", "p99 ms");
        System.out.println("|----------|------------------------------|-------:|---------:|---------:|");
        measure(parent, USERS_OF_1_MB, quick ? 60 : 300);
        measure(parent, USERS_OF_14_MB, quick ? 20 : 100);
    }

    private static void measure(Path parent, int users, int rounds) throws IOException {
        Path directory = Files.createTempDirectory(parent, "target-replace-");
        try {
            new TargetReplaceBenchmark(directory, users).run(rounds);
        } finally {
            deleteAll(directory);
        }
    }

    private void run(int rounds) throws IOException {
        int warmUp = rounds / 5;
        double[] ours = new double[rounds];
        double[] bare = new double[rounds];
        int size = 0;
        for (int round = -warmUp; round < rounds; round++) {
            Comment change = new Comment("round " + round);
            byte[] bytes = rendered(change);
            size = bytes.length;
            double oursMillis = millis(() -> replace(change));
            double bareMillis = millis(() -> replaceBare(bytes));
            if (round >= 0) {
                ours[round] = oursMillis;
                bare[round] = bareMillis;
            }
        }
        print("ConfigFiles.write", size, ours);
        print("write, fsync, rename, fsync", size, bare);
    }

    private byte[] rendered(Comment change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PjsipWriter writer = PjsipWriter.to(bytes)) {
            writer.write(change);
            elements.forEach(writer::write);
        }
        return bytes.toByteArray();
    }

    private void replace(Comment change) {
        TargetFile file = new TargetFile(NAME, consumer -> {
            consumer.accept(change);
            elements.forEach(consumer);
        });
        WriteResult result = target.write(List.of(file));
        if (!result.isWritten()) {
            throw new IllegalStateException("not written: " + result);
        }
    }

    private void replaceBare(byte[] bytes) throws IOException {
        Path temporary = bareDirectory.resolve("." + NAME + ".tmp");
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, bareDirectory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(bareDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private interface Step {

        void run() throws IOException;
    }

    private static double millis(Step step) throws IOException {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, int size, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT, ROW, size / 1e6, what, millis.length, percentile(millis, 50), percentile(millis, 99));
    }

    /** The smallest value that so many percent of all do not exceed. */
    private static double percentile(double[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
