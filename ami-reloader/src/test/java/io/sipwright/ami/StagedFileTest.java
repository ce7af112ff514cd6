package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.FileReading;
import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that Asterisk reads before it is in use. */
@Timeout(60)
class StagedFileTest {
    private static final String NAME = ".pjsip_users.conf.tmp-6f1c";

    @TempDir
    Path directory;

    private final List<Section> read = new CopyOnWriteArrayList<>();

    private FakeAmiServer start() throws IOException {
        Files.writeString(directory.resolve(NAME), PjsipWriter.toString(FakeDeployment.document()));
        FakeAmiServer server = FakeAmiServer.builder(FakeDeployment.USER, FakeDeployment.AMI_SECRET)
                .configDirectory(directory)
                .start();
        server.onReload(loaded -> loaded.load(FakeDeployment.document()));
        return server;
    }

    private static AmiReloader reloader(FakeAmiServer server) {
        return FakeDeployment.reloader(server).preflight(true).build();
    }

    @Test
    void isHandedOverAsItIs() throws IOException {
        try (FakeAmiServer server = start();
                AmiReloader reloader = reloader(server)) {
            assertThat(reloader.read(directory.resolve(NAME), read::add)).isEqualTo(new FileReading.Read());
            assertThat(read).isEqualTo(FakeDeployment.document().sections());
            assertThat(server.actions("GetConfig"))
                    .extracting(action -> action.header("Filename"))
                    .containsExactly(NAME);
        }
    }

    @Test
    void isNotReadUnlessThatIsWanted() throws IOException {
        try (FakeAmiServer server = start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            assertThat(reloader.read(directory.resolve(NAME), read::add)).isInstanceOf(FileReading.NotAsked.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void isLookedForByItsPathWhereTheNameIsNotFound() throws IOException {
        Path below = Files.createDirectory(directory.resolve("sipwright")).resolve(NAME);
        Files.writeString(below, "[a]\ntype=aor\n");
        try (FakeAmiServer server = FakeAmiServer.builder(FakeDeployment.USER, FakeDeployment.AMI_SECRET)
                        .configDirectory(directory)
                        .start();
                AmiReloader reloader = reloader(server)) {
            assertThat(reloader.read(below, read::add)).isEqualTo(new FileReading.Read());
            assertThat(read).containsExactly(Section.of("a", "aor", List.of()));
            assertThat(server.actions("GetConfig")).hasSize(2);

            assertThat(reloader.read(directory.resolve("nothing.conf"), read::add))
                    .isInstanceOf(FileReading.NotAsked.class);
            Path long1 = directory.resolve("x".repeat(200) + "/" + "x".repeat(250) + "/" + "x".repeat(250) + "/"
                    + "x".repeat(250) + "/" + "x".repeat(250));
            assertThat(reloader.read(long1, read::add)).isInstanceOf(FileReading.NotAsked.class);
            assertThat(reloader.read(Path.of("/line\nbreak/x\r\n"), read::add))
                    .isInstanceOf(FileReading.NotAsked.class);
        }
    }

    @Test
    void isRefusedWhereAsteriskSaysSo() throws IOException {
        try (FakeAmiServer server = start();
                AmiReloader reloader = reloader(server)) {
            server.on("GetConfig").error("Config file has invalid format").times(1);
            assertThat(reloader.read(directory.resolve(NAME), read::add))
                    .isInstanceOfSatisfying(
                            FileReading.Refused.class,
                            refused -> assertThat(refused.reason()).contains("invalid format"));
        }
    }

    @Test
    void isNotKnownToBeReadWhenTroubleComesBetween() throws IOException {
        try (FakeAmiServer server = start();
                AmiReloader reloader = reloader(server)) {
            List<Runnable> troubles = List.of(
                    () -> server.on("GetConfig").permissionDenied(),
                    () -> server.on("GetConfig").silence(),
                    () -> server.on("GetConfig").closeBeforeAnswer(),
                    () -> server.on("GetConfig").closeAfterBytes(300),
                    () -> server.on("GetConfig").withoutBlankLine(),
                    () -> server.on("GetConfig").hugeLine(1_000_000),
                    () -> {
                        server.on("Login").error("Authentication failed");
                        server.drop();
                    },
                    () -> {
                        server.refuse();
                        server.drop();
                    });
            for (Runnable trouble : troubles) {
                trouble.run();
                long start = System.nanoTime();
                FileReading reading = reloader.read(directory.resolve(NAME), section -> {});
                assertThat(reading).isInstanceOf(FileReading.NotAsked.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
                server.behave();
            }
            server.accept();
            assertThat(reloader.reload(FakeDeployment.request())).isInstanceOf(Verified.class);
            assertThat(reloader.read(directory.resolve(NAME), read::add)).isEqualTo(new FileReading.Read());
            assertThat(read).hasSize(6);
        }
    }

    @Test
    void whatTheTakerThrowsReachesTheCallerAndTheConnectionLives() throws IOException {
        try (FakeAmiServer server = start();
                AmiReloader reloader = reloader(server)) {
            assertThatThrownBy(() -> reloader.read(directory.resolve(NAME), section -> {
                        throw new IllegalStateException("as the test wants it");
                    }))
                    .hasMessage("as the test wants it");
            assertThat(reloader.read(directory.resolve(NAME), read::add)).isEqualTo(new FileReading.Read());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aSectionWithoutEndIsNotKept() {
        FileLines lines = new FileLines(read::add);
        assertThat(lines.take("Category-000000: a")).isTrue();
        for (int i = 0; i < 10_000; i++) {
            assertThat(lines.take("Line-000000-000000: x=y")).isTrue();
        }
        assertThat(lines.take("Line-000000-000000: x=y")).isFalse();
    }

    @Test
    void aSectionThatInheritsIsNoneOfOurs() {
        FileLines lines = new FileLines(read::add);
        List.of("Category-000000: a", "IsTemplate-000000: 1", "Category-000001: b", "Templates-000001: a")
                .forEach(lines::take);
        assertThat(lines.take("ActionID: 1")).isFalse();
        lines.end();
        assertThat(read).allSatisfy(section -> assertThat(section.options()).hasSize(1));
    }

    @AsteriskTest
    void asteriskReadsWhatOurParserReads(AsteriskServer asterisk) throws IOException {
        try (Deployment deployment = new Deployment(
                asterisk, Deployment.reloader(asterisk).preflight(true).build(), true)) {
            for (int i = 0; i < 1_000; i++) { // some thirty thousand lines
                deployment.user("user" + i);
            }
            deployment.user("alice", "a;b;--c\\;\"d'=>#[e](!) \u20ac=f").trunk("carrier", 9, Deployment.SECRET);
            deployment.inbound("other", "192.0.2.1", "2001:db8::1").write();
            for (String name : List.of("pjsip_users.conf", "pjsip_trunks.conf")) {
                Path live = asterisk.configDirectory().resolve(name);
                Path staged = Files.copy(live, live.resolveSibling("." + name + ".tmp-1"));
                List<Section> sections = new ArrayList<>();
                assertThat(deployment.reloader.read(staged, sections::add)).isEqualTo(new FileReading.Read());
                assertThat(sections).isEqualTo(parsed(staged));
            }
            assertThat(asterisk.complaints()).isEmpty();
        }
    }

    private static List<Section> parsed(Path file) throws IOException {
        try {
            return PjsipParser.create().parse("staged", Files.readString(file)).document().sections().stream()
                    .map(section -> new Section(section.name(), List.copyOf(section.options())))
                    .toList();
        } catch (io.sipwright.pjsip.PjsipSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @AsteriskTest
    void asteriskTellsWhatItCannotRead(AsteriskServer asterisk) throws IOException {
        try (AmiReloader reloader =
                Deployment.reloader(asterisk).preflight(true).build()) {
            Path etc = asterisk.configDirectory();
            Path broken = Files.writeString(etc.resolve(NAME), "[a]\ntype=aor\n[broken\n");
            assertThat(reloader.read(broken, read::add)).isInstanceOf(FileReading.Refused.class);

            Path empty = Files.writeString(etc.resolve(NAME), "");
            assertThat(reloader.read(empty, read::add)).isEqualTo(new FileReading.Read());
            assertThat(read).isEmpty();

            Path below = Files.createDirectory(etc.resolve("sipwright")).resolve(NAME + "2");
            assertThat(reloader.read(Files.writeString(below, "[a]\ntype=aor\n"), read::add))
                    .isEqualTo(new FileReading.Read());
            assertThat(read).containsExactly(new Section("a", List.of(new Option("type", "aor"))));

            Path elsewhere = Files.writeString(directory.resolve("x.conf"), "[a]\ntype=aor\n");
            assertThat(reloader.read(elsewhere, read::add))
                    .isInstanceOfSatisfying(
                            FileReading.NotAsked.class,
                            notAsked -> assertThat(notAsked.reason()).contains("requires escalated"));
            assertThat(read).hasSize(1);
        }
    }

    @AsteriskTest
    void theRightSystemIsEnough(AsteriskServer asterisk) throws IOException {
        Path file = Files.writeString(asterisk.configDirectory().resolve(NAME), "[a]\ntype=aor\n");
        assertThat(readAs(asterisk, "system,reporting", file)).isEqualTo(new FileReading.Read());
        assertThat(readAs(asterisk, "config", file)).isEqualTo(new FileReading.Read());
        assertThat(readAs(asterisk, "reporting", file)).isInstanceOf(FileReading.NotAsked.class);
    }

    private FileReading readAs(AsteriskServer asterisk, String rights, Path file) {
        asterisk.write(
                "manager_users.conf", "[limited]\nsecret=limited-Secret-4711\nread=system\nwrite=" + rights + "\n");
        asterisk.cli("manager reload");
        try (AmiReloader reloader = AmiReloader.builder(
                        asterisk.host(), asterisk.amiPort(), "limited", Secret.of("limited-Secret-4711"))
                .preflight(true)
                .build()) {
            return reloader.read(file, read::add);
        }
    }
}
