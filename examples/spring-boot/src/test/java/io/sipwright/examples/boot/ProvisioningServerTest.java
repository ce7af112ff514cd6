package io.sipwright.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class ProvisioningServerTest {

    private static final int ENDED_BY_SIGTERM = 143;
    private static final String USER = """
            {"username": "alice", "secret": "secure_password_123", "extension": "1001"}""";

    @TempDir
    Path temporary;

    @Test
    void theFirstStartPrintsATokenAndTheSecondFindsItsData() throws Exception {
        Path directory = temporary.resolve("not").resolve("there");
        String token;
        try (RunningServer server = start(directory, "first")) {
            token = server.token();
            RestClient client = new RestClient(server, token);
            assertThat(client.post("/api/asterisk/sip-users", USER).status()).isEqualTo(201);
            assertThat(new RestClient(server, "wrong").get("/api/trunks").status())
                    .isEqualTo(401);
            assertThat(new RestClient(server, "wrong")
                            .get("/actuator/health")
                            .body()
                            .get("status")
                            .stringValue())
                    .isEqualTo("UP");
            endsCleanly(server);
            assertThat(server.output().split(token, -1)).as("printed once").hasSize(2);
        }
        try (RunningServer server = start(directory, "second")) {
            assertThat(new RestClient(server, token)
                            .get("/api/asterisk/sip-users/alice")
                            .status())
                    .isEqualTo(200);
            endsCleanly(server);
            assertThat(server.output()).doesNotContain("oken").doesNotContain("WARN");
        }
        assertThat(filesWith(token, directory)).isEmpty();
        assertThat(filesWith("secure_password_123", directory))
                .as("what Asterisk reads holds passwords, and nothing else")
                .allSatisfy(file -> assertThat(file).startsWith(directory.resolve("asterisk")));
    }

    private RunningServer start(Path directory, String name) throws IOException, InterruptedException {
        return RunningServer.start(directory, temporary.resolve(name), Map.of());
    }

    private static void endsCleanly(RunningServer server) throws IOException, InterruptedException {
        assertThat(server.stop()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(server.output()).doesNotContain("\tat ").doesNotContain("ERROR");
    }

    private static List<Path> filesWith(String text, Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
