package io.sipwright.integration;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** SIPp, the independent judge of whether a phone can register. Bounded to one call and ten seconds. */
final class Sipp {

    private final Path scenario;

    private Sipp(Path scenario) {
        this.scenario = scenario;
    }

    /** Registers by a scenario on the classpath. Without SIPp on the PATH the test is skipped, in CI it fails. */
    static Sipp scenario(String name, Path directory) {
        boolean present = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sipp")));
        if (!present && "required".equals(System.getProperty("sipwright.asterisk"))) {
            fail("SIPp is required here, and there is no 'sipp' on the PATH (Debian: sip-tester)");
        }
        assumeTrue(present, "there is no 'sipp' on the PATH (Debian: sip-tester)");
        try (InputStream in = Sipp.class.getResourceAsStream(name)) {
            Path file = directory.resolve(name);
            Files.copy(Objects.requireNonNull(in, name), file);
            return new Sipp(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try {
            return SippLoad.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the one call of the scenario went as it says. */
    boolean run(AsteriskServer asterisk, String user, String password) {
        List<String> command = List.of(
                "sipp",
                "-p",
                Integer.toString(freePort()),
                asterisk.host() + ":" + asterisk.sipPort(),
                "-sf",
                scenario.toString(),
                "-s",
                user,
                "-au",
                user,
                "-ap",
                password,
                "-i",
                "127.0.0.1",
                "-m",
                "1",
                "-timeout",
                "10s",
                "-timeout_error",
                "-nostdin");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(scenario.resolveSibling("sipp.log").toFile())
                    .start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return fail("SIPp did not end by itself");
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }
}
