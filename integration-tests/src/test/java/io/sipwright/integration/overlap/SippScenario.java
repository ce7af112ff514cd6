package io.sipwright.integration.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** SIPp with one of the scenarios beside this class, at an address of this machine. What it logs can be read. */
final class SippScenario implements AutoCloseable {

    private final Path directory;
    private final Process process;

    private SippScenario(Path directory, List<String> command) throws IOException {
        this.directory = directory;
        process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    static SippScenario start(String name, String address, int port, List<String> arguments) throws IOException {
        Path directory = Files.createTempDirectory("sipwright-sipp-");
        Path scenario = directory.resolve(name + ".xml");
        try (InputStream in = SippScenario.class.getResourceAsStream(name + ".xml")) {
            Files.copy(Objects.requireNonNull(in, name), scenario, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of("sipp"));
        command.addAll(arguments);
        Collections.addAll(command, "-sf", scenario.toString(), "-i", address, "-p", Integer.toString(port));
        Collections.addAll(command, "-trace_logs", "-log_file", log(directory).toString(), "-nostdin");
        return new SippScenario(directory, command);
    }

    static int freePort(String address) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        }
    }

    private static Path log(Path directory) {
        return directory.resolve("log");
    }

    /** The lines it has logged until now. */
    List<String> logged() throws IOException {
        Path log = log(directory);
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** Waits for its end, which must be a good one, and returns what it has logged. */
    List<String> end() throws IOException, InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.SECONDS))
                .as("SIPp ends by itself")
                .isTrue();
        assertThat(process.exitValue())
                .as("SIPp: %s", Files.readString(directory.resolve("output")))
                .isZero();
        return logged();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
