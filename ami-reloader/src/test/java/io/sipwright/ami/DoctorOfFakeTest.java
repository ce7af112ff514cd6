package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.ami.FakeAmiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a doctor sees of an Asterisk such as cannot be had in a test. */
@Timeout(30)
class DoctorOfFakeTest {
    @TempDir
    Path directory;

    @Test
    void asteriskMayNotReadOurFiles() throws IOException {
        Path file = Files.writeString(directory.resolve("pjsip_users.conf"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        String group = Files.readAttributes(file, java.nio.file.attribute.PosixFileAttributes.class)
                .group()
                .getName();
        assertThat(codes("asterisk", "no-such-group")).contains("not-readable");
        assertThat(codes("asterisk", group)).doesNotContain("not-readable");
        assertThat(codes("", "")).doesNotContain("not-readable");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(codes("asterisk", group)).contains("not-readable");
    }

    @Test
    void aLineThatIsCutIsAFindingAndNoException() {
        try (FakeAmiServer server = FakeDeployment.start()) {
            server.on("ListCommands").closeBeforeAnswer();
            assertThat(Doctor.builder()
                            .ami(FakeDeployment.reloader(server).build())
                            .build()
                            .examine())
                    .extracting(Finding::code)
                    .containsExactly("ami-unreachable");
        }
    }

    @Test
    void anAddressBeyondThisMachineWithoutTls() {
        Diagnosis diagnosis = new Diagnosis();
        AmiReloader remote = AmiReloader.builder("192.0.2.1", 5038, "u", io.sipwright.secret.Secret.of("s"))
                .build();
        ListenerCheck.ofClient(remote.settings(), diagnosis);
        assertThat(diagnosis.findings()).extracting(Finding::code).containsExactly("ami-plain");
    }

    private List<String> codes(String user, String group) {
        try (FakeAmiServer server = FakeDeployment.start()) {
            server.on("ListCommands").answer("Response: Success", "CoreSettings: Shows  (Priv: reporting)");
            server.on("CoreSettings")
                    .answer(
                            "Response: Success",
                            "AsteriskVersion: 22.1.0",
                            "CoreRunUser: " + user,
                            "CoreRunGroup: " + group);
            return Doctor.builder()
                    .ami(FakeDeployment.reloader(server).build())
                    .directory(directory)
                    .build()
                    .examine()
                    .stream()
                    .map(Finding::code)
                    .toList();
        }
    }
}
