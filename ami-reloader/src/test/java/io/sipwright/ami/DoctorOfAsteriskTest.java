package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.SipPhone;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/** What a doctor sees of a real Asterisk; each finding is silent in {@link #nothingIsWrong}. */
@Timeout(90)
class DoctorOfAsteriskTest {
    private static final String SECRET = "doctor-Secret-4711";
    private static final String ACCOUNT =
            "[doctor]\nsecret = " + SECRET + "\nread = system\nwrite = system,reporting\n";

    @AsteriskTest
    void nothingIsWrong(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            assertThat(doctor(asterisk).contexts(Set.of("from-trunk")).build().examine())
                    .isEmpty();
        }
    }

    @AsteriskTest
    void rightsAreTooNarrow(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT.replace("system,reporting", "system"))) {
            assertThat(codes(asterisk)).containsExactly("right-reporting", "listener-unknown", "contexts-unknown");
        }
        try (AsteriskServer asterisk = start(installation, ACCOUNT.replace("system,reporting", "reporting"))) {
            assertThat(codes(asterisk)).containsExactly("right-reload", "modules-unknown");
        }
        try (AsteriskServer asterisk = start(installation, ACCOUNT.replace("system,reporting", "config"))) {
            assertThat(codes(asterisk)).contains("right-system", "right-reporting", "version-unknown", "right-wide");
        }
        try (AsteriskServer asterisk = start(installation, ACCOUNT.replace("read = system", "read = call"))) {
            assertThat(codes(asterisk)).containsExactly("right-read");
        }
    }

    @AsteriskTest
    void rightsAreTooWide(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT.replace("system,reporting", "all"))) {
            List<Finding> findings = doctor(asterisk).build().examine();
            assertThat(findings).extracting(Finding::code).containsExactly("right-wide");
            assertThat(findings.get(0).problem()).contains("originate", "command", "config", "call", "user");
        }
        try (AsteriskServer asterisk = start(installation, ACCOUNT + "write = originate\n")) {
            assertThat(doctor(asterisk).build().examine().get(0).problem())
                    .satisfiesAnyOf(
                            text -> assertThat(text).contains("originate").doesNotContain("command"),
                            text -> assertThat(text).contains("may not reload"));
        }
    }

    @AsteriskTest
    void theManagerListensEverywhere(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            Path file = asterisk.configDirectory().resolve("manager.conf");
            String text = Files.readString(file);
            // Asterisk goes on where it listens until it reloads the file; what is read here is what will be.
            Files.writeString(file, text.replace("bindaddr = 127.0.0.1", "bindaddr = 0.0.0.0"));
            assertThat(codes(asterisk)).containsExactly("ami-exposed");
            Files.writeString(file, text.replace("bindaddr = 127.0.0.1", ""));
            assertThat(codes(asterisk)).containsExactly("ami-exposed");
        }
    }

    @AsteriskTest
    void theLoginFails(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            AmiReloader wrong = AmiReloader.builder(
                            asterisk.host(), asterisk.amiPort(), "doctor", Secret.of("not-that-Secret"))
                    .build();
            List<Finding> findings = Doctor.builder().ami(wrong).build().examine();
            assertThat(findings).extracting(Finding::code).containsExactly("ami-login");
            assertThat(findings.toString()).doesNotContain("not-that-Secret");
            Doctor.Builder doctor = doctor(asterisk);
            asterisk.stop();
            assertThat(doctor.build().examine()).extracting(Finding::code).contains("ami-unreachable");
        }
    }

    @AsteriskTest
    void anotherVersionIsRenderedFor(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            boolean old = asterisk.major() < 22;
            AsteriskVersion other = old ? AsteriskVersion.V22 : AsteriskVersion.V16;
            assertThat(doctor(asterisk).asteriskVersion(other).build().examine())
                    .extracting(Finding::code)
                    .containsExactly(old ? "version-older" : "version-newer");
        }
    }

    @AsteriskTest
    void aContextOrATransportIsMissing(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            assertThat(doctor(asterisk).contexts(Set.of("nowhere")).build().examine())
                    .extracting(Finding::code)
                    .containsExactly("context-missing");
            write(asterisk, "pjsip_users.conf", "[alice]\ntype = endpoint\ntransport = late\n");
            assertThat(codes(asterisk)).containsExactly("transport-missing");
            // Added to the file, and its address is taken.
            Path file = asterisk.configDirectory().resolve("pjsip.conf");
            String late = "[late]\ntype = transport\nprotocol = udp\nbind = 127.0.0.1:" + asterisk.sipPort() + "\n";
            Files.writeString(file, late + Files.readString(file));
            asterisk.reload();
            assertThat(codes(asterisk)).containsExactly("transport-not-running");
        }
    }

    /** Why that is no finding. */
    @AsteriskTest
    void includesBeforeTheTransportsWork(AsteriskInstallation installation) throws Exception {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String pjsip = "#tryinclude pjsip_trunks.conf\n#tryinclude pjsip_users.conf\n[transport-udp]\n"
                + "type = transport\nprotocol = udp\nbind = 127.0.0.1:" + port + "\n";
        String trunk = "[car]\ntype = registration\ntransport = transport-udp\nserver_uri = sip:127.0.0.1:9\n"
                + "client_uri = sip:a@127.0.0.1\n";
        String user = "[alice]\ntype = aor\nmax_contacts = 1\n[alice]\ntype = endpoint\naors = alice\n"
                + "transport = transport-udp\nallow = ulaw\n";
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                        .file("manager_users.conf", ACCOUNT)
                        .file("pjsip.conf", pjsip)
                        .file("pjsip_trunks.conf", trunk)
                        .file("pjsip_users.conf", user)
                        .start();
                SipPhone phone = SipPhone.builder()
                        .server("127.0.0.1", port)
                        .user("alice")
                        .password(SECRET)
                        .build()) {
            assertThat(phone.register().isRegistered()).isTrue();
            assertThat(asterisk.complaints()).isEmpty();
            assertThat(codes(asterisk)).doesNotContain("transport-missing", "transport-not-running", "not-read");
        }
    }

    @AsteriskTest
    void modulesAreMissing(AsteriskInstallation installation) throws IOException {
        String modules;
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            modules = Files.readString(asterisk.configDirectory().resolve("modules.conf"))
                    .replaceAll("(?m)^load.*(func_sorcery|res_pjsip_registrar|codec_g722).*$", "");
        }
        AsteriskServer.Builder builder = AsteriskServer.builder(installation)
                .file("modules.conf", modules)
                .file("manager_users.conf", ACCOUNT);
        try (AsteriskServer asterisk = prepared(builder.start())) {
            write(asterisk, "pjsip_users.conf", "[alice]\ntype = aor\n[alice]\ntype = endpoint\nallow = g722,ulaw\n");
            assertThat(codes(asterisk)).containsExactly("module-missing", "module-stamps", "codec-not-translated");
        }
    }

    @AsteriskTest
    void itLivesDangerously(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            Path file = asterisk.configDirectory().resolve("asterisk.conf");
            Files.writeString(file, Files.readString(file) + "[options]\nlive_dangerously = yes\n");
            assertThat(codes(asterisk)).containsExactly("live-dangerously");
        }
    }

    @AsteriskTest
    void anotherDirectoryIsWrittenTo(AsteriskInstallation installation) throws IOException {
        try (AsteriskServer asterisk = start(installation, ACCOUNT)) {
            Path other = Files.createDirectory(asterisk.configDirectory().resolve("other"));
            Files.writeString(
                    other.resolve("pjsip.conf"), "#tryinclude pjsip_users.conf\n#tryinclude pjsip_trunks.conf\n");
            Path users = Files.writeString(other.resolve("pjsip_users.conf"), "[zoe]\ntype = aor\n");
            Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-r-----"));
            List<Finding> findings = doctor(asterisk).directory(other).build().examine();
            assertThat(findings).extracting(Finding::code).containsExactly("not-read");
            assertThat(findings.get(0).problem())
                    .contains("[zoe]", asterisk.configDirectory().toString());
        }
    }

    private static AsteriskServer start(AsteriskInstallation installation, String account) throws IOException {
        return prepared(AsteriskServer.builder(installation)
                .file("manager_users.conf", account)
                .start());
    }

    private static AsteriskServer prepared(AsteriskServer asterisk) throws IOException {
        try (Deployment deployment = Deployment.of(asterisk)) {
            deployment.user("alice").trunk("carrier", 9, "carrier-Secret-4711").apply();
        }
        for (String name : ConfigTree.OUR_NAMES) {
            write(asterisk, name, Files.readString(asterisk.configDirectory().resolve(name)));
        }
        return asterisk;
    }

    private static void write(AsteriskServer asterisk, String name, String text) throws IOException {
        asterisk.write(name, text);
        Files.setPosixFilePermissions(
                asterisk.configDirectory().resolve(name), PosixFilePermissions.fromString("rw-r-----"));
        asterisk.reload();
    }

    private static Doctor.Builder doctor(AsteriskServer asterisk) {
        AmiReloader reloader = AmiReloader.builder(asterisk.host(), asterisk.amiPort(), "doctor", Secret.of(SECRET))
                .build();
        return Doctor.builder()
                .ami(reloader)
                .directory(asterisk.configDirectory())
                .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                        .orElseThrow());
    }

    private static List<String> codes(AsteriskServer asterisk) {
        return doctor(asterisk).build().examine().stream().map(Finding::code).toList();
    }
}
