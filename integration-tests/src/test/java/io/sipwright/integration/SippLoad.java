package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** SIPp in the background, bounded in calls and in time. */
final class SippLoad implements AutoCloseable {

    private final String name;
    private final Path directory;
    private final Process process;

    /** What SIPp counted. */
    record Result(int exit, long successful, long failed, long repeated) {}

    /** SIPp shares its port with others of its kind unless each is told one of its own. */
    private SippLoad(String name, Path directory, int port, List<String> arguments) throws IOException {
        this.name = name;
        this.directory = directory;
        List<String> command = new ArrayList<>(List.of("sipp"));
        command.addAll(arguments);
        Collections.addAll(
                command,
                "-i",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-nostdin",
                "-timeout",
                "25s",
                "-timeout_error");
        Collections.addAll(command, "-trace_stat", "-stf", statistics().toString(), "-fd", "1");
        process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
    }

    /** So many calls of a scenario each second, with the users of a file. */
    static SippLoad calls(String scenario, AsteriskServer asterisk, Path directory, Path users, int rate, int number)
            throws IOException {
        return new SippLoad(
                scenario,
                directory,
                freePort(),
                List.of(
                        asterisk.host() + ":" + asterisk.sipPort(),
                        "-sf",
                        file(scenario, directory).toString(),
                        "-inf",
                        users.toString(),
                        "-r",
                        Integer.toString(rate),
                        "-m",
                        Integer.toString(number)));
    }

    /** One call of a user to the extension 7100, as long as is said. */
    static SippLoad call(AsteriskServer asterisk, Path directory, String user, String password, int millis)
            throws IOException {
        return new SippLoad(
                "call",
                directory,
                freePort(),
                List.of(
                        asterisk.host() + ":" + asterisk.sipPort(),
                        "-sf",
                        file("call", directory).toString(),
                        "-s",
                        user,
                        "-au",
                        user,
                        "-ap",
                        password,
                        "-d",
                        Integer.toString(millis),
                        "-m",
                        "1"));
    }

    /** A phone that answers one call. */
    static SippLoad answering(Path directory, int port) throws IOException {
        return new SippLoad("answering", directory, port, List.of("-sn", "uas", "-m", "1"));
    }

    static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static Path file(String scenario, Path directory) throws IOException {
        Path file = directory.resolve(scenario + ".xml");
        try (InputStream in = SippLoad.class.getResourceAsStream(scenario + ".xml")) {
            Files.copy(Objects.requireNonNull(in, scenario), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private Path statistics() {
        return directory.resolve(name + ".csv");
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for its end. */
    Result result() throws IOException, InterruptedException {
        assertThat(process.waitFor(35, TimeUnit.SECONDS))
                .as("SIPp ends by itself")
                .isTrue();
        List<String> lines = Files.readAllLines(statistics(), StandardCharsets.UTF_8);
        List<String> columns = Arrays.asList(lines.get(0).split(";"));
        String[] last = lines.get(lines.size() - 1).split(";");
        return new Result(
                process.exitValue(),
                Long.parseLong(last[columns.indexOf("SuccessfulCall(C)")]),
                Long.parseLong(last[columns.indexOf("FailedCall(C)")]),
                Long.parseLong(last[columns.indexOf("Retransmissions(C)")]));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
