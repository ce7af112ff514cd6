package io.sipwright.examples.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The example as its users start it: a process of its own, at a free port. What it prints goes to a file. */
final class RunningServer implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("Admin token, shown this once: (\\w+)");
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final Process process;
    private final Path output;
    private final URI address;

    private RunningServer(Process process, Path output) throws IOException, InterruptedException {
        this.process = process;
        this.output = output;
        this.address = URI.create("http://127.0.0.1:" + awaitPort());
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param directory where it keeps all it has
     * @param output where what it prints goes
     * @param environment as its users set it, for its profiles
     */
    static RunningServer start(Path directory, Path output, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Dexample.directory=" + directory,
                                "-classpath",
                                System.getProperty("java.class.path"),
                                ProvisioningServer.class.getName(),
                                "--server.port=0"),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            return new RunningServer(process, output);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private String awaitPort() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (process.isAlive() && System.nanoTime() < deadline) {
            Matcher started = STARTED.matcher(output());
            if (started.find()) {
                return started.group(1);
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("The server does not start:\n" + output());
    }

    URI address() {
        return address;
    }

    /** All that it has printed. */
    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** The token that the first start prints. */
    String token() throws IOException {
        Matcher token = TOKEN.matcher(output());
        if (!token.find()) {
            throw new IllegalStateException("No token was printed");
        }
        return token.group(1);
    }

    /** Ends it as {@code kill} does. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
