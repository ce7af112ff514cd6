package io.sipwright.examples.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A host in a process of its own. */
final class HostPart implements Part {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final String name;
    private final Path settings;
    private final Consumer<String> watcher;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private Process process;

    /** @param watcher is told what happens */
    HostPart(String name, Path settings, Consumer<String> watcher) {
        this.name = name;
        this.settings = settings;
        this.watcher = watcher;
        this.process = launch();
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                            "-Dorg.jboss.logging.provider=slf4j",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Host.class.getName(),
                            settings.toString(),
                            name)
                    .redirectErrorStream(true)
                    .start();
            Thread reader = new Thread(() -> read(started), name);
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Process started) {
        try (BufferedReader output = started.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(Host.ANSWER)) {
                    answers.add(line.substring(Host.ANSWER.length()));
                } else {
                    watcher.accept(name + " | " + line);
                }
            }
        } catch (IOException e) {
            watcher.accept(name + " | " + e.getMessage());
        }
    }

    /** Waits until it has started. */
    HostPart awaitReady() {
        String first = answer();
        if (!first.equals(Host.READY)) {
            throw new IllegalStateException(name + " did not start: " + first);
        }
        return this;
    }

    /** What it answers to a command. */
    String ask(String command) {
        answers.clear(); // someone may have stopped waiting for the last one
        try {
            Writer input = process.outputWriter();
            input.write(command + "\n");
            input.flush();
        } catch (IOException e) {
            return "no answer: " + e.getMessage();
        }
        return answer();
    }

    private String answer() {
        long end = System.nanoTime() + LONG.toNanos();
        try {
            while (System.nanoTime() < end) {
                String answer = answers.poll(100, TimeUnit.MILLISECONDS);
                if (answer != null) {
                    return answer;
                }
                if (!process.isAlive()) {
                    return "no answer: it ended";
                }
            }
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void start() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
