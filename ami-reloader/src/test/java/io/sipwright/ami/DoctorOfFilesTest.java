package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a doctor sees without an Asterisk; each finding is silent in {@link #nothingIsWrong}. */
class DoctorOfFilesTest {
    private static final String TRANSPORT = "[transport-udp]\ntype = transport\nprotocol = udp\nbind = 0.0.0.0\n";
    private static final String INCLUDES = "#tryinclude pjsip_trunks.conf\n#tryinclude pjsip_users.conf\n";
    private static final String USER = "[alice]\ntype = endpoint\ntransport = transport-udp\n@rev = 1\n";

    @TempDir
    Path directory;

    @BeforeEach
    void healthy() throws IOException {
        write("pjsip.conf", TRANSPORT + INCLUDES);
        write("pjsip_trunks.conf", "");
        write("pjsip_users.conf", USER);
    }

    @Test
    void nothingIsWrong() throws IOException {
        assertThat(Doctor.builder().directory(directory).build().examine()).isEmpty();
        Files.delete(directory.resolve("pjsip_trunks.conf"));
        assertThat(codes()).as("with #tryinclude a file may be missing").isEmpty();
        write("pjsip.conf", TRANSPORT + "#tryinclude pjsip_*.conf\n");
        assertThat(codes()).as("a glob").isEmpty();
        assertThat(Doctor.toText(List.of())).isEqualTo("Nothing is wrong.\n");
    }

    @Test
    void aFileIsNotIncluded() throws IOException {
        write("pjsip.conf", TRANSPORT + "#tryinclude pjsip_users.conf\n; #tryinclude pjsip_trunks.conf\n");
        assertThat(codes()).containsExactly("not-included");
        assertThat(Doctor.toText(findings()))
                .startsWith("error [not-included] pjsip.conf does not include pjsip_trunks.conf")
                .endsWith("Add the line '#tryinclude pjsip_trunks.conf' at the end of pjsip.conf.\n");
    }

    @Test
    void aFileIsIncludedTwice() throws IOException {
        write("pjsip.conf", TRANSPORT + INCLUDES + "#tryinclude pjsip_users.conf\n");
        assertThat(codes()).containsExactly("included-twice");
    }

    @Test
    void anIncludedFileIsMissing() throws IOException {
        write("pjsip.conf", TRANSPORT + INCLUDES.replace("try", ""));
        Files.delete(directory.resolve("pjsip_trunks.conf"));
        assertThat(codes()).contains("include-missing").doesNotContain("pjsip-invalid");
    }

    @Test
    void pjsipConfIsInvalidOrMissing() throws IOException {
        write("pjsip.conf", TRANSPORT + INCLUDES + "[broken\n");
        assertThat(codes()).containsExactly("pjsip-invalid");
        Files.delete(directory.resolve("pjsip.conf"));
        assertThat(codes()).containsExactly("pjsip-unreadable");
    }

    @Test
    void optionsStandBehindTheInclude() throws IOException {
        write("pjsip.conf", "[transport-udp]\ntype = transport\n" + INCLUDES + "; a comment\nbind = 0.0.0.0\n");
        assertThat(codes()).containsExactly("options-after-include");
        write("pjsip.conf", INCLUDES + TRANSPORT);
        assertThat(codes()).as("a section of its own").isEmpty();
    }

    @Test
    void aTransportIsMissing() throws IOException {
        write("pjsip.conf", TRANSPORT.replace("transport-udp", "transport-tcp") + INCLUDES);
        assertThat(codes()).containsExactly("transport-missing");
        assertThat(findings().get(0).problem()).contains("'transport-udp'", "endpoint alice");
    }

    @Test
    void trunksAreRecognisedAfterNames() throws IOException {
        String global = "[global]\ntype = global\nendpoint_identifier_order = ";
        write("pjsip_trunks.conf", "[a-identify]\ntype = identify\nendpoint = a\nmatch_header = X-Trunk: a\n");
        assertThat(codes()).containsExactly("identified-after-names");
        assertThat(findings().get(0).problem()).contains("'header'", "a-identify");
        assertThat(findings().get(0).remedy()).contains("endpoint_identifier_order = ip,header,username,anonymous'");
        write("pjsip.conf", TRANSPORT + global + "ip,username,header\n" + INCLUDES);
        assertThat(findings().get(0).remedy()).contains("= ip,header,username'");
        for (String good : List.of("ip,header,username,anonymous", "header, ip", "ip", "line")) {
            write("pjsip.conf", TRANSPORT + global + good + "\n" + INCLUDES);
            assertThat(codes()).as(good).isEmpty();
        }

        write("pjsip_trunks.conf", "[b-identify]\ntype = identify\nendpoint = b\nmatch = 192.0.2.1\n");
        write("pjsip.conf", TRANSPORT + global + "username, ip,anonymous\n" + INCLUDES);
        assertThat(codes()).containsExactly("identified-after-names");
        assertThat(findings().get(0).remedy()).contains("= ip,username,anonymous'");
        write("pjsip.conf", TRANSPORT + INCLUDES);
        assertThat(codes()).as("the usual order").isEmpty();
    }

    @Test
    void anotherWritesTheSame() throws IOException {
        write("other.conf", "[carol]\ntype = endpoint\n@rev = 2\n[alice]\ntype = endpoint\n[bob]\ntype = endpoint\n");
        write("pjsip.conf", TRANSPORT + INCLUDES + "#include other.conf\n");
        assertThat(codes()).containsExactlyInAnyOrder("two-writers", "duplicate-object");
        assertThat(findings().toString()).contains("other.conf has stamped objects such as [carol]");
    }

    @Test
    void strangeTextIsNoException() throws IOException {
        write("pjsip_users.conf", "[a\tb,(c)]\ntype = endpoint\ncontext = a\tb\ntransport = x\ty\nallow = \n");
        write("pjsip.conf", TRANSPORT + INCLUDES + "[a\tb,(c)]\ntype = endpoint\n");
        assertThat(codes()).containsExactlyInAnyOrder("duplicate-object", "transport-missing");
        write("pjsip.conf", TRANSPORT + INCLUDES + "#tryinclude [x*\n#tryinclude \n");
        assertThat(codes()).contains("transport-missing");
        Files.write(directory.resolve("pjsip_users.conf"), new byte[] {(byte) 0xff, 0, '[', '\n'});
        assertThat(codes()).isNotNull();
    }

    @Test
    void filesAreOpen() throws IOException {
        Files.setPosixFilePermissions(
                directory.resolve("pjsip_users.conf"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(codes()).containsExactly("file-open");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(codes()).containsExactly("directory-open", "file-open");
    }

    @Test
    void theDirectoryIsNoneOrNotOurs() {
        assertThat(codes(directory.resolve("none"))).containsExactly("directory-missing");
        Diagnosis diagnosis = new Diagnosis();
        new ModeCheck(directory, path -> false).run(diagnosis);
        assertThat(diagnosis.findings()).extracting(Finding::code).containsExactly("directory-not-writable");
    }

    @Test
    void filesCannotBeReplaced() throws IOException {
        Path users = directory.resolve("pjsip_users.conf");
        Path mounts = Files.writeString(
                directory.resolve("mounts"), "36 35 98:0 /x " + users + " rw,noatime - ext4 /dev/root rw\n");
        Diagnosis diagnosis = new Diagnosis();
        new PlaceCheck(directory, mounts).run(diagnosis);
        assertThat(diagnosis.findings()).extracting(Finding::code).containsExactly("file-is-mounted");

        Files.move(users, directory.resolve("elsewhere"));
        Files.createSymbolicLink(users, directory.resolve("elsewhere"));
        Files.delete(directory.resolve("pjsip_trunks.conf"));
        Files.createDirectory(directory.resolve("pjsip_trunks.conf"));
        assertThat(codes()).contains("file-is-link", "file-is-directory");
    }

    @Test
    void aHostHasNoAddress() throws IOException {
        write("pjsip_trunks.conf", """
                [a]
                type = registration
                server_uri = sip:sip.invalid:5060
                [a]
                type = aor
                contact = sip:user@127.0.0.1:5060,sip:[::1]
                [a]
                type = identify
                match = 192.0.2.0/24,other.invalid
                """);
        assertThat(findings())
                .extracting(finding -> finding.severity() + " " + finding.code())
                .containsExactly("ERROR host-unresolved", "WARNING host-unresolved");
    }

    @Test
    void aHostIsSlowOrLookedUpInEachReload() {
        Needs needs = new Needs(Set.of(), Set.of("slow.example", "silent.example", "quick.example"));
        needs.identifyHosts.add("quick.example");
        Diagnosis diagnosis = new Diagnosis();
        long start = System.nanoTime();
        new NameCheck(Duration.ofMillis(1500), name -> {
                    try {
                        Thread.sleep(name.startsWith("quick") ? 0 : name.startsWith("slow") ? 1100 : 30_000);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return "";
                })
                .run(needs, diagnosis);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(diagnosis.findings())
                .extracting(finding -> finding.code() + " " + finding.problem().split(",")[0])
                .containsExactlyInAnyOrder(
                        "dns-slow slow.example", "dns-slow silent.example", "identify-by-name quick.example");
    }

    private List<Finding> findings() {
        return Doctor.builder().directory(directory).build().examine();
    }

    private List<String> codes() {
        return codes(directory);
    }

    private static List<String> codes(Path directory) {
        return Doctor.builder().directory(directory).build().examine().stream()
                .map(Finding::code)
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }
}
