package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.testkit.AsteriskException;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.WithAsterisk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What befalls endpoints that are changed in a memory before the files. Where a release of Asterisk fails one of these
 * tests, it has become better, and changed endpoints may be put as well.
 */
@Timeout(60)
@WithAsterisk(22)
class WhyEndpointsReloadTest {

    private static final ObjectKey ALICE = new ObjectKey(Types.ENDPOINT, "alice");
    private static final String MEMORY_FIRST = AriConfiguration.sorcery()
            .replace("endpoint=memory\n", "")
            .replace("endpoint=config", "endpoint=memory\nendpoint=config");

    private static AsteriskServer start(AsteriskInstallation installation, Option... more) {
        List<Section> alice = Objects.with(Objects.user("alice", Host.SECRET), "endpoint", entries -> {
            entries = new ArrayList<>(entries);
            entries.addAll(List.of(more));
            return entries;
        });
        return OverlaidAsterisk.builder(installation)
                .file("sorcery.conf", MEMORY_FIRST)
                .file("pjsip_users.conf", Objects.text(alice))
                .start();
    }

    @Test
    void toTakeOneOutOfMemoryLetsAsteriskCrash(AsteriskInstallation installation) throws Exception {
        try (AsteriskServer server = start(installation)) {
            AriLink link = OverlaidAsterisk.link(server);
            assertThat(link.put(ALICE, List.of(new Option("callerid", "\"Al\" <1>")))
                            .isGood())
                    .isTrue();
            assertThat(server.cli("pjsip show endpoint alice")).contains("alice/1 ");
            assertThat(link.delete(ALICE).isGood()).isTrue();
            Thread.sleep(300); // Asterisk tells its parts of it a moment later

            try {
                server.cli("pjsip show endpoint alice");
            } catch (AsteriskException e) {
                assertThat(e).hasMessageContaining("Asterisk");
            }

            Host.await(() -> !server.isRunning());
        }
    }

    @Test
    void anAccessListIsLost(AsteriskInstallation installation) throws Exception {
        try (AsteriskServer server =
                start(installation, new Option("deny", "0.0.0.0/0"), new Option("permit", "127.0.0.0/8"))) {
            assertThat(OverlaidAsterisk.register(server, "alice", Host.SECRET)).isEqualTo(200);

            assertThat(OverlaidAsterisk.link(server)
                            .put(ALICE, List.of(new Option("callerid", "\"Al\" <1>")))
                            .isGood())
                    .isTrue();

            assertThat(OverlaidAsterisk.register(server, "alice", Host.SECRET)).isEqualTo(401);
        }
    }

    @Test
    void oneWithAVariableIsRefused(AsteriskInstallation installation) throws Exception {
        try (AsteriskServer server = start(installation, new Option("set_var", "A=1"))) {
            assertThat(OverlaidAsterisk.link(server).put(ALICE, List.of(new Option("callerid", "\"Al\" <1>"))))
                    .hasToString("500 Allocation failed");
        }
    }
}
