package io.sipwright.target;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A JVM of its own with the classes of the tests, to be killed, deprived of rights, or put into another place. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
    }

    public static ChildJvm start(Class<?> program, String... arguments) throws IOException {
        return start(List.of(), List.of(), program, arguments);
    }

    /**
     * Starts a program.
     *
     * @param before command that starts the JVM, such as {@code nice}
     * @param options of the JVM
     */
    public static ChildJvm start(List<String> before, List<String> options, Class<?> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Collections.addAll(command, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
        command.addAll(options);
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), program.getName());
        Collections.addAll(command, arguments);
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The next line that it prints; waits for it. */
    public String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** All further lines up to its end. */
    public List<String> lines() {
        return output.lines().toList();
    }

    public void say(String line) throws IOException {
        input.write(line);
        input.newLine();
        input.flush();
    }

    /** SIGKILL: nothing of it runs any further. What it has printed can still be read. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
