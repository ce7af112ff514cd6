package io.sipwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The server and the ways to get one, against the real thing. */
@Timeout(60)
class AsteriskExtensionTest {

    @AsteriskTest
    void aCleanStartHasNoComplaints(AsteriskServer asterisk) {
        assertThat(asterisk.complaints()).isEmpty();
        assertThat(asterisk.logLines()).isNotEmpty();
        assertThat(asterisk.cli("core show version")).startsWith("Asterisk " + asterisk.major() + ".");
        assertThat(asterisk.cli("pjsip show transports"))
                .contains("127.0.0.1:" + asterisk.sipPort())
                .contains("127.0.0.1:" + asterisk.tcpPort())
                .contains("127.0.0.1:" + asterisk.tlsPort())
                .contains("transport-ws ", "transport-wss ");
        assertThat(asterisk.cli("http show status"))
                .contains("127.0.0.1:" + asterisk.wsPort())
                .contains("127.0.0.1:" + asterisk.wssPort());
    }

    @AsteriskTest
    void nothingIsLeftAfterClose(AsteriskInstallation installation) {
        AsteriskServer asterisk = AsteriskServer.builder(installation).start();
        ProcessHandle process = ProcessHandle.of(asterisk.pid()).orElseThrow();
        Path directory = asterisk.configDirectory().getParent();
        assertThat(process.isAlive()).isTrue();
        assertThat(asterisk.configDirectory().resolve("pjsip_users.conf")).exists();

        asterisk.close();
        asterisk.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(directory).doesNotExist();
        assertThatThrownBy(() -> asterisk.cli("core show version"))
                .isInstanceOf(AsteriskException.class)
                .hasMessageContaining("is not running");
    }

    @AsteriskTest
    void twoServersRunSideBySide(AsteriskServer one, AsteriskInstallation installation) {
        try (AsteriskServer two = AsteriskServer.builder(installation).start()) {
            assertThat(two.pid()).isNotEqualTo(one.pid());
            assertThat(two.sipPort()).isNotEqualTo(one.sipPort());
            assertThat(one.complaints()).isEmpty();
            assertThat(two.complaints()).isEmpty();
        }
        assertThat(one.isRunning()).isTrue();
    }

    @AsteriskTest
    void aBrokenObjectShowsUpInComplaints(AsteriskServer asterisk) {
        LogMark mark = asterisk.mark();
        asterisk.write("pjsip_users.conf", "[u1]\ntype = endpoint\nbogus = 1\n");
        asterisk.reload();

        assertThat(asterisk.complaintsSince(mark))
                .anySatisfy(line -> assertThat(line).contains("bogus"));
        assertThat(asterisk.complaintsSince(asterisk.mark())).isEmpty();
        assertThat(asterisk.complaints()).isEqualTo(asterisk.complaintsSince(mark));
    }

    @AsteriskTest
    void aBuilderBringsItsOwnFiles(AsteriskInstallation installation) {
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                .file("pjsip_users.conf", "[u1]\ntype = endpoint\naccountcode = a\\;b\n[u1]\ntype = aor\n[u1]\n")
                .file("manager_users.conf", "[reader]\nsecret = s\nwrite = reporting\n")
                .module("app_stack.so")
                .start()) {
            assertThat(asterisk.complaints()).isEmpty();
            assertThat(asterisk.cli("module show like app_stack.so")).contains("Running");
            try (AmiProbe probe = asterisk.ami()) {
                assertThat(probe.getConfig("pjsip_users.conf"))
                        .containsExactly(
                                new ConfigSection("u1", List.of("type=endpoint", "accountcode=a;b")),
                                new ConfigSection("u1", List.of("type=aor")),
                                new ConfigSection("u1", List.of()));
                assertThat(probe.sorcery("endpoint", "u1", "accountcode")).isEqualTo("a;b");
                assertThat(probe.sorcery("endpoint", "u2", "accountcode")).isEmpty();
                assertThat(probe.list("PJSIPShowEndpoints", Map.of()))
                        .anySatisfy(
                                event -> assertThat(event.first("ObjectName")).contains("u1"));
                assertThatThrownBy(() -> probe.send("Getvar", Map.of("Variable", "a\r\nAction: Logoff")))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            try (AmiProbe reader = AmiProbe.connect(asterisk.host(), asterisk.amiPort(), "reader", "s")) {
                assertThatThrownBy(reader::reload).hasMessageContaining("Permission denied");
            }
            assertThatThrownBy(() -> AmiProbe.connect(asterisk.host(), asterisk.amiPort(), "reader", "wrong"))
                    .isInstanceOf(AsteriskException.class)
                    .hasMessageContaining("login of reader refused");
        }
    }

    @AsteriskTest
    void aServerThatCannotStartSaysWhy(AsteriskInstallation installation) {
        AsteriskServer.Builder builder = AsteriskServer.builder(installation)
                .file("modules.conf", "[modules]\nautoload = no\nrequire = no_such_module.so\n");

        assertThatThrownBy(builder::start)
                .isInstanceOf(AsteriskException.class)
                .hasMessageContaining("ended with status")
                .hasMessageContaining("no_such_module.so");
    }

    @Test
    void aFileOutsideTheConfigurationIsRefused(@TempDir Path directory) {
        ServerHome home = new ServerHome(directory);
        assertThatThrownBy(() -> home.write("../x.conf", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> home.write("/x.conf", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @AsteriskTest(versions = 22)
    void noServerSurvivesAKilledJvm(AsteriskInstallation installation) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process jvm = new ProcessBuilder(
                        java, "-cp", classes, DyingJvm.class.getName(), String.valueOf(installation.major()))
                .start();
        List<String> told;
        try (BufferedReader output = jvm.inputReader(StandardCharsets.UTF_8)) {
            told = output.lines().limit(2).toList();
            jvm.destroyForcibly();
            assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(told).hasSize(2);
        Deadline deadline = Deadline.in(Duration.ofSeconds(10));
        Optional<ProcessHandle> asterisk = ProcessHandle.of(Long.parseLong(told.get(0)));
        Path directory = Path.of(told.get(1));
        while ((asterisk.filter(ProcessHandle::isAlive).isPresent() || Files.exists(directory)) && !deadline.isOver()) {
            deadline.pause();
        }
        assertThat(asterisk.filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(directory).doesNotExist();
    }

    /** Starts a server, tells where, and never stops it. */
    static final class DyingJvm {
        public static void main(String[] arguments) throws InterruptedException {
            AsteriskServer asterisk = AsteriskServer.builder(AsteriskInstallation.find(Integer.parseInt(arguments[0]))
                            .orElseThrow())
                    .start();
            System.out.println(asterisk.pid());
            System.out.println(asterisk.configDirectory().getParent());
            Thread.sleep(Duration.ofSeconds(60).toMillis());
        }
    }

    @Test
    void aThrowawayCertificateIsOne() throws Exception {
        ThrowawayCertificate made = ThrowawayCertificate.create();
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(made.certificate().getBytes(StandardCharsets.US_ASCII)));
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
        assertThat(made.toString()).doesNotContain("KEY");
    }

    /** What a test does where there is no Asterisk. */
    @Nested
    class Missing {
        private InstallationSearch search;

        @BeforeEach
        void anEmptyMachine(@TempDir Path cache) {
            search = new InstallationSearch(Map.of("SIPWRIGHT_CACHE", cache.toString()), cache);
        }

        @Test
        void skipsAndTellsHowToGetOne() {
            AsteriskAvailability auto = AsteriskAvailability.of(Optional.empty());
            assertThatThrownBy(() -> auto.choose(22, search))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("No Asterisk 22 here")
                    .hasMessageContaining("SIPWRIGHT_ASTERISK_22")
                    .hasMessageContaining(search.cacheDirectory(22).toString());
            assertThatThrownBy(() -> auto.choose(0, search)).isInstanceOf(TestAbortedException.class);
        }

        @Test
        void failsWhereOneIsRequired() {
            assertThatThrownBy(() ->
                            AsteriskAvailability.of(Optional.of("required")).choose(16, search))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("No Asterisk 16 here");
        }

        @Test
        void skipsWhereTheyAreOff() {
            assertThatThrownBy(() -> AsteriskAvailability.of(Optional.of("off")).choose(16, search))
                    .isInstanceOf(TestAbortedException.class);
            assertThatThrownBy(() -> AsteriskAvailability.of(Optional.of("perhaps")))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void aDirectoryWithoutAsteriskIsNoneUnlessItIsNamed(@TempDir Path cache) throws Exception {
            Files.createDirectories(cache.resolve("asterisk-22/usr/sbin"));
            assertThat(new InstallationSearch(Map.of("SIPWRIGHT_CACHE", cache.toString()), cache).findAny())
                    .isEmpty();
            InstallationSearch named = new InstallationSearch(Map.of("SIPWRIGHT_ASTERISK_22", cache.toString()), cache);
            assertThatThrownBy(() -> named.find(22))
                    .isInstanceOf(AsteriskException.class)
                    .hasMessageContaining("SIPWRIGHT_ASTERISK_22");
        }
    }

    /** One server for a class. */
    @Nested
    @WithAsterisk(22)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    class OfAClass {
        @Test
        void aFirstTestChangesIt(AsteriskServer asterisk) {
            asterisk.cli("database put sipwright seen yes");
        }

        @Test
        void bSecondTestSeesThat(AsteriskServer asterisk) {
            assertThat(asterisk.cli("database get sipwright seen")).contains("yes");
        }

        @Test
        @WithAsterisk
        void cThirdTestHasItsOwn(AsteriskServer asterisk) {
            assertThat(asterisk.cli("database get sipwright seen")).doesNotContain("yes");
        }

        @AsteriskTest
        void dEachInvocationHasItsOwn(AsteriskServer asterisk) {
            assertThat(asterisk.cli("database get sipwright seen")).doesNotContain("yes");
        }
    }

    @AsteriskTest
    void librariesAreThoseOfItsSystem(AsteriskInstallation installation) {
        assertThat(installation.library("libodbc.so.2"))
                .hasValueSatisfying(library -> assertThat(library).isRegularFile());
        assertThat(installation.library("libnone.so.2")).isEmpty();
    }

    /** A system's absolute links are those of that system, not of the machine it is unpacked on. */
    @Test
    void linksStayInsideTheRoot(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("usr/lib/x"));
        Path real = Files.createFile(directory.resolve("usr/lib/x/real"));
        Files.createSymbolicLink(directory.resolve("lib"), Path.of("usr/lib"));
        Files.createSymbolicLink(directory.resolve("usr/lib/absolute"), Path.of("/lib/x/real"));
        Files.createSymbolicLink(directory.resolve("usr/lib/x/up"), Path.of("../../../../../lib/absolute"));
        Files.createSymbolicLink(directory.resolve("loop"), Path.of("/loop"));
        SystemRoot root = new SystemRoot(directory);

        assertThat(root.resolve("lib/absolute")).contains(real);
        assertThat(root.resolve("/lib/x/up")).contains(real);
        assertThat(root.resolve("loop")).isEmpty();
        assertThat(root.resolve("lib/none")).isEmpty();
        assertThat(root.names("lib/x")).containsExactly("real", "up");
    }
}
