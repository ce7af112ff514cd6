package io.sipwright.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.examples.cluster.Story.Scene;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;

/** The story ends as it says. */
@Timeout(240)
class ClusterTest {

    @AsteriskTest(versions = 22)
    void whatWasKilledHeals(AsteriskInstallation installation) {
        List<String> said = new CopyOnWriteArrayList<>();
        try (Cluster cluster = new Cluster(said::add)) {
            for (Scene scene : Story.SCENES) {
                String answer = cluster.run(scene.command());
                said.add(scene.command() + " -> " + answer);
                assertThat(answer).as(() -> String.join("\n", said)).matches(scene.answer());
            }
        }
        assertThat(said).noneMatch(line -> line.contains("Wq4-rT8_mKx2") && !line.contains(" -> "));
    }

    @AsteriskTest(versions = 22)
    void whatCannotBeDoneIsSaid(AsteriskInstallation installation) {
        try (Cluster cluster = new Cluster(line -> {})) {
            assertThat(cluster.run("creat alice")).isEqualTo(Cluster.HELP);
            assertThat(cluster.run("create alice")).isEqualTo(Cluster.HELP);
            assertThat(cluster.run("kill nobody")).isEqualTo(Cluster.HELP);
            assertThat(cluster.run("start host-1")).isEqualTo("host-1 runs");
            assertThat(cluster.run("resume host-1")).isEqualTo("host-1 does not stand still");
            assertThat(cluster.run("create alice x")).contains("refused").contains("secret");
            assertThat(cluster.run("delete nobody")).contains("refused").contains("nobody");
        }
    }
}
