package io.sipwright.testkit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * SIPp, an independent judge of what a phone is answered. Bounded to one call and ten seconds.
 *
 * <p>Where there is no {@code sipp} on the PATH, the test is skipped; it fails if the system property
 * {@code sipwright.asterisk} is {@code required}. Thread-safe.
 */
public final class Sipp {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URL scenario;

    private Sipp(URL scenario) {
        this.scenario = scenario;
        if (!isPresent()) {
            throw AsteriskAvailability.of(Optional.ofNullable(System.getProperty(AsteriskAvailability.PROPERTY)))
                    .missing("There is no 'sipp' on the PATH (Debian: sip-tester).");
        }
    }

    /** A phone that registers, is asked for its password, and is answered 200. */
    public static Sipp registered() {
        return scenario(resource("register.xml"));
    }

    /** A phone that registers, is asked for its password, and is answered 401 once more. */
    public static Sipp refused() {
        return scenario(resource("refused.xml"));
    }

    /** A scenario of your own. */
    public static Sipp scenario(URL file) {
        return new Sipp(file);
    }

    /**
     * Whether one call of the scenario went as it says.
     *
     * @throws AsteriskException if SIPp cannot be run or does not end
     */
    public boolean run(AsteriskServer asterisk, String user, String password) {
        Path file = null;
        try {
            file = Files.createTempFile("sipwright-", ".xml");
            try (InputStream in = scenario.openStream()) {
                Files.write(file, in.readAllBytes());
            }
            return FinishedProcess.run(command(file, asterisk, user, password), LIMIT)
                            .exitCode()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + scenario, e);
        } finally {
            TemporaryFiles.delete(file);
        }
    }

    /** Several at a time would share a port unless each is told one of its own. */
    private static List<String> command(Path file, AsteriskServer asterisk, String user, String password)
            throws IOException {
        String server = asterisk.host() + ":" + asterisk.sipPort();
        String port = Integer.toString(freePort());
        return List.of(
                "sipp",
                server,
                "-sf",
                file.toString(),
                "-s",
                user,
                "-au",
                user,
                "-ap",
                password,
                "-i",
                asterisk.host(),
                "-p",
                port,
                "-m",
                "1",
                "-timeout",
                "10s",
                "-timeout_error",
                "-nostdin");
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(ServerPorts.HOST))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isPresent() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "sipp")));
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Sipp.class.getResource("sipp/" + name), name);
    }
}
