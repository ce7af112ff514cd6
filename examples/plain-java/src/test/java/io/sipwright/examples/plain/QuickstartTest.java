package io.sipwright.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    @TempDir
    Path temporary;

    private Path directory;
    private String database = "";

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("asterisk"));
    }

    @Test
    void provisionsTheSample() throws IOException {
        assertThat(run(Path.of("provisioning.json"))).isTrue();
        assertThat(output())
                .contains("telnyx_main", "sip.telnyx.eu", "web_agent_1", "pjsip_trunks.conf", "pjsip_users.conf")
                .doesNotContain("Vq7wT2mXc9RkLp4Z");
        assertThat(directory.resolve("pjsip_users.conf"))
                .content()
                .contains("[reception]", "password=b9XvEw4tQm7ZcKs2");
    }

    @Test
    void provisionsTheSampleAgain() throws IOException {
        assertThat(run(Path.of("provisioning.json"))).isTrue();
        assertThat(output()).contains("held 0 trunks and users before this run");
        assertThat(run(Path.of("provisioning.json"))).isTrue();
        assertThat(output()).contains("held 11 trunks and users before this run");
    }

    @Test
    void aSecondRunFindsWhatTheFirstOneStored() throws IOException {
        assertThat(run(Path.of("provisioning.json"))).isTrue();
        assertThat(run(write("{\"users\": [{\"username\": \"late\", \"template_type\": \"basic_user\","
                        + " \"extension\": \"1999\", \"secret\": \"Vq7wT2mXc9RkLp4Z\"}]}")))
                .isTrue();

        assertThat(directory.resolve("pjsip_users.conf")).content().contains("[reception]", "[late]");
    }

    @Test
    void postgreSqlIsNamedByOneProperty() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            database = server.getJdbcUrl("postgres", "postgres");
            assertThat(run(Path.of("provisioning.json"))).isTrue();
            assertThat(run(Path.of("provisioning.json"))).isTrue();
        }
        assertThat(output())
                .contains("jdbc:postgresql://", "held 11 trunks and users before this run")
                .doesNotContain("user=");
        assertThat(temporary.resolve("sipwright.mv.db")).doesNotExist();
    }

    @Test
    void noPasswordIsInTheDatabaseAndOnlyTheOwnerReadsTheKeys() throws IOException {
        assertThat(run(Path.of("provisioning.json"))).isTrue();

        Path database = temporary.resolve("sipwright.mv.db");
        assertThat(new String(Files.readAllBytes(database), StandardCharsets.ISO_8859_1))
                .contains("reception")
                .doesNotContain("b9XvEw4tQm7ZcKs2");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(temporary.resolve("sipwright-keyset.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() throws IOException {
        database = "jdbc:postgresql://127.0.0.1:1/nothing?connectTimeout=1";
        assertThat(run(Path.of("provisioning.json"))).isFalse();
        assertThat(output()).contains("nothing was stored or written").contains("Connection to 127.0.0.1:1 refused");
        assertThat(directory.resolve("pjsip_users.conf")).doesNotExist();
    }

    @Test
    void wrongInputIsRefusedWithEveryProblemAndTheFilesStay() throws IOException {
        assertThat(run(Path.of("provisioning.json"))).isTrue();
        String before = Files.readString(directory.resolve("pjsip_users.conf"));
        Path wrong = write("""
                {
                  "trunks": [
                    {"trunk_name": "a b", "provider": "telnix"},
                    {"trunk_name": "t", "provider": "custom_ip", "server": "sip.x.example", "inbound_sources": "sip.x.example"}
                  ],
                  "users": [
                    {"username": "u", "extension": "10 01", "secret": "short", "colour": "red", "codecs": "opuss"},
                    {"username": "U", "extension": "1002", "secret": "Vq7wT2mXc9RkLp4Z"}
                  ]
                }
                """);
        assertThat(run(wrong)).isFalse();
        assertThat(output())
                .contains(
                        "trunks[0].name",
                        "trunks[0].provider",
                        "Did you mean 'telnyx'?",
                        "trunks[1].inbound_sources",
                        "users[0].extension",
                        "users[0].secret",
                        "users[0].colour",
                        "users[0].codecs",
                        "Did you mean 'opus'?",
                        "users[1].name")
                .doesNotContain("short\n");
        assertThat(directory.resolve("pjsip_users.conf")).hasContent(before);
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() throws IOException {
        assertThat(run(write("{\n  \"users\": [ {\"username\": \"a\",, } ]\n}")))
                .isFalse();
        assertThat(output()).contains("line 2, column");
        assertThat(directory.resolve("pjsip_users.conf")).doesNotExist();
    }

    @Test
    void unreadableObjectsAreAllNamed() throws IOException {
        assertThat(run(write("{\"trunks\": [ 5, {\"overrides\": \"x\"} ], \"users\": {}, \"extra\": 1}")))
                .isFalse();
        assertThat(output()).contains("trunks[0]:", "trunks[1]: overrides", "users: expected an array", "extra:");
    }

    @Test
    void aMissingFileIsSaid() throws IOException {
        assertThat(run(directory.resolve("nothing.json"))).isFalse();
        assertThat(output()).contains("can't be read");
    }

    private boolean run(Path input) throws IOException {
        return new Quickstart(new PrintStream(output, true, StandardCharsets.UTF_8), input, directory, database).run();
    }

    private Path write(String json) throws IOException {
        return Files.writeString(directory.resolve("input.json"), json);
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
