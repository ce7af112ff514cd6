package io.sipwright.integration.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** SIPp with a scenario, logging all messages; it ends by itself after a minute at most. */
final class SippProcess implements AutoCloseable {

    private final Process process;
    private final Path messages;
    private final Path output;

    /**
     * Starts one.
     *
     * @param directory where nothing else of this name is
     */
    SippProcess(Path directory, String name, String scenario, List<String> arguments) {
        messages = directory.resolve(name + ".messages");
        output = directory.resolve(name + ".out");
        Path file = directory.resolve(name + ".xml");
        List<String> command = new ArrayList<>(List.of("sipp"));
        command.addAll(arguments);
        command.addAll(List.of("-sf", file.toString(), "-trace_msg", "-message_file", messages.toString()));
        command.addAll(List.of("-nostdin", "-timeout", "60s"));
        try (InputStream in = SippProcess.class.getResourceAsStream(scenario + ".xml")) {
            Files.copy(Objects.requireNonNull(in, scenario), file, StandardCopyOption.REPLACE_EXISTING);
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start SIPp", e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Whether it ended within some seconds. */
    boolean awaitEnd(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    /** What it showed, for the report of a failure. */
    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sent and received until now. */
    List<SipMessage> messages() {
        try {
            return Files.exists(messages)
                    ? SipMessage.parse(Files.readString(messages, StandardCharsets.UTF_8))
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
