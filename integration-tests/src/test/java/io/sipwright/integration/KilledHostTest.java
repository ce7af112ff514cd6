package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.render.Renderer;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host that is killed at random moments, again and again, over PostgreSQL and a real Asterisk: its files are always whole,
 * and the next start brings all to what is stored. {@code -Dkills=200} for more kills than the build has time for.
 */
@Timeout(1800)
class KilledHostTest {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    Path directory;

    private AsteriskServer asterisk;
    private Generations generations;
    private final Map<String, Long> reached = new java.util.TreeMap<>();

    @AsteriskTest(versions = 22)
    void filesAreWholeAfterEachKillAndVerifiedAfterEachStart(AsteriskServer server) throws Exception {
        System.out.println("KilledHostTest: -Dkills=" + KILLS + " -Dseed=" + SEED);
        asterisk = server;
        Random random = new Random(SEED);
        String url = Databases.postgreSql();
        String keyset = TinkKeysets.create();
        Path settings = HostProgram.settings(directory, url, keyset, server, 300);
        int early = 0;
        int leftovers = 0;
        int behind = 0;
        long begin = System.nanoTime();
        try (HikariDataSource pool = Databases.pool(url)) {
            generations = new Generations(
                    Databases.store(pool, keyset),
                    AsteriskVersion.parse(Integer.toString(server.major())).orElseThrow());
            for (int kill = 0; kill < KILLS; kill++) {
                try (ChildHost host =
                        new ChildHost(settings, "host" + kill, SEED + kill, directory.resolve("rounds"))) {
                    if (random.nextInt(5) == 0) {
                        early++;
                        Thread.sleep(500 + random.nextInt(2000));
                    } else {
                        checkAtRest(host.awaitReady());
                        host.say("go");
                        Thread.sleep(random.nextInt(800));
                    }
                    host.kill();
                }
                leftovers += temporaryFiles() > 0 ? 1 : 0;
                checkWhole("after kill " + kill);
                behind += isNewest() ? 0 : 1;
            }
            try (ChildHost host = new ChildHost(settings, "last", SEED, directory.resolve("rounds"))) {
                checkAtRest(host.awaitReady());
                host.end();
            }
        }
        System.out.printf(
                "%d | %d kills (%d of them at the start), %d generations; %d kills left files that were older than"
                        + " what is stored, %d left temporary files, and no start did; %d s%n",
                server.major(),
                KILLS,
                early,
                generations.newest(),
                behind,
                leftovers,
                (System.nanoTime() - begin) / 1_000_000_000);
    }

    /** Each file is the rendering of a committed state, and never of an older one than before. */
    private void checkWhole(String when) throws IOException {
        generations.update();
        for (String name : new String[] {Renderer.TRUNKS_FILE, Renderer.USERS_FILE}) {
            String text = read(name);
            PjsipParser.create().parse(name, text);
            long before = reached.getOrDefault(name, 0L);
            long now = generations.from(text, before);
            assertThat(now)
                    .as(
                            "%s: %s is of a generation from %d on; known at all: %s",
                            when, name, before, generations.isKnown(text))
                    .isNotNegative();
            reached.put(name, now);
        }
    }

    private boolean isNewest() throws IOException {
        return read(Renderer.TRUNKS_FILE).equals(generations.trunksFile())
                && read(Renderer.USERS_FILE).equals(generations.usersFile());
    }

    private void checkAtRest(long verified) throws IOException {
        checkWhole("at rest");
        assertThat(verified).isEqualTo(generations.newest());
        assertThat(read(Renderer.TRUNKS_FILE)).isEqualTo(generations.trunksFile());
        assertThat(read(Renderer.USERS_FILE)).isEqualTo(generations.usersFile());
        assertThat(temporaryFiles()).isZero();
        try (AmiProbe ami = asterisk.ami()) {
            assertThat(ami.list("PJSIPShowEndpoints", Map.of()).stream()
                            .filter(event -> event.first("ObjectName").isPresent()))
                    .hasSize((int) generations.active());
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(asterisk.configDirectory().resolve(name), StandardCharsets.UTF_8);
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(asterisk.configDirectory())) {
            return files.filter(file -> file.getFileName().toString().contains(".tmp-"))
                    .count();
        }
    }
}
