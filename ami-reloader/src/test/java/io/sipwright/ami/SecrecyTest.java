package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not get out does not, and what must not get in does not. */
@Timeout(60)
class SecrecyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nAction: Command", "a\nb", "a\rb", "a\0b"})
    void aNameWithALineBreakIsRefusedBeforeAnythingIsSent(String name) {
        assertThatThrownBy(() -> new ObjectKey("endpoint", name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectKey(name, "alice")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AmiReloader.builder("localhost", 5038, name, Secret.of("secret")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Actions.register(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPasswordIsShown() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            server.onReload(loaded -> loaded.load(FakeDeployment.document()).change("auth", "alice", options -> {
                options.put("password", FakeDeployment.SIP_SECRET + "x");
                return options;
            }));
            ReloadOutcome outcome = reloader.reload(FakeDeployment.request());
            assertThat(Deployment.rejected(outcome)).containsExactly("auth alice OTHER_VERSION");
            assertThat(reloader + outcome.toString() + outcome.summary()).doesNotContain("canary");
        }
    }

    /** In a JVM of its own, for the level of the logger is set when it starts. */
    @Test
    void noPasswordIsLoggedAtAnyLevel() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecrecyTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String log = read(process);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(log).contains("ended well", "Connecting to").doesNotContain("canary");
    }

    private static String read(Process process) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            process.getInputStream().transferTo(out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    /** Every fault, so that every message is shown. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        for (Fault fault : Fault.values()) {
            if (fault.name().contains("FLOOD") || fault.name().contains("SLOW")) {
                continue;
            }
            try (FakeAmiServer server = FakeDeployment.start();
                    AmiReloader reloader = FakeDeployment.reloader(server)
                            .reloadTimeout(java.time.Duration.ofMillis(300))
                            .responseTimeout(java.time.Duration.ofMillis(300))
                            .build()) {
                fault.befall(server);
                out.println(reloader.reload(FakeDeployment.request()) + " " + reloader);
            }
        }
        out.println("ended well");
    }
}
