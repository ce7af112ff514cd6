package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.WithAsterisk;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where ARI cannot be used, all goes the usual way, and it is known why. */
@Timeout(90)
@WithAsterisk(22)
class TroubleTest {

    @Test
    void nothingIsWrong(AsteriskInstallation installation) {
        try (AsteriskServer server = OverlaidAsterisk.start(installation);
                AriOverlay overlay = OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server))
                        .build()) {
            assertThat(overlay.check(server.configDirectory())).isEmpty();
            assertThat(OverlaidAsterisk.field(server, "auth", Marker.KEY.name(), "@overlay"))
                    .isEmpty();
        }
    }

    @Test
    void theSecretIsWrong(AsteriskInstallation installation) {
        works(
                OverlaidAsterisk.builder(installation),
                server -> AriOverlay.builder(
                        OverlaidAsterisk.base(server),
                        OverlaidAsterisk.USER,
                        Secret.of("wrong canary"),
                        OverlaidAsterisk.ami(server)),
                "ari-login");
    }

    @Test
    void noOneListens(AsteriskInstallation installation) {
        works(
                OverlaidAsterisk.builder(installation),
                server -> AriOverlay.builder(
                        URI.create("http://127.0.0.1:9"),
                        OverlaidAsterisk.USER,
                        OverlaidAsterisk.SECRET,
                        OverlaidAsterisk.ami(server)),
                "ari-unreachable");
    }

    @Test
    void ariIsOff(AsteriskInstallation installation) {
        works(
                OverlaidAsterisk.builder(installation).file("ari.conf", "[general]\nenabled = no\n"),
                server -> OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server)),
                "ari-off",
                "ari-disabled");
    }

    @Test
    void theUserMayOnlyRead(AsteriskInstallation installation) {
        String ari = AriConfiguration.ari(OverlaidAsterisk.USER, OverlaidAsterisk.SECRET);
        works(
                OverlaidAsterisk.builder(installation).file("ari.conf", ari.replace("read_only=no", "read_only=yes")),
                server -> OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server)),
                "ari-read-only");
    }

    @Test
    void sorceryIsAsItWas(AsteriskInstallation installation) {
        works(
                OverlaidAsterisk.builder(installation).file("sorcery.conf", ""),
                server -> OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server)),
                "memory-missing",
                "update-option",
                "memory-missing",
                "memory-missing",
                "memory-missing");
    }

    @Test
    void theUpdateOptionIsMissing(AsteriskInstallation installation) {
        works(
                OverlaidAsterisk.builder(installation)
                        .file("sorcery.conf", AriConfiguration.sorcery().replace("miss=yes", "miss=no")),
                server -> OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server)),
                "update-option");
    }

    @Test
    void memoryIsBehindTheFile(AsteriskInstallation installation) {
        String sorcery = AriConfiguration.sorcery()
                .replace("auth=memory\n", "")
                .replace("criteria=type=auth\n", "criteria=type=auth\nauth=memory\n");
        works(
                OverlaidAsterisk.builder(installation).file("sorcery.conf", sorcery),
                server -> OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server)),
                "memory-order");
    }

    @Test
    @WithAsterisk(16)
    void asteriskIsTooOld(AsteriskInstallation installation) {
        assertThat(installation.major()).isEqualTo(16);
        works(
                OverlaidAsterisk.builder(installation),
                server -> OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server)),
                "version-older");
    }

    private interface Overlaying {
        AriOverlayBuilder of(AsteriskServer server);
    }

    private static void works(AsteriskServer.Builder builder, Overlaying overlaying, String... codes) {
        try (AsteriskServer server = builder.start();
                AriOverlay overlay = overlaying.of(server).build()) {
            List<AriFinding> findings = overlay.check(server.configDirectory());
            assertThat(findings).extracting(AriFinding::code).containsExactly(codes);
            assertThat(findings.toString() + overlay).doesNotContain("canary");

            List<Section> alice = Objects.user("alice", Host.SECRET);
            List<Section> other = Objects.user("alice", Host.OTHER);
            if (server.major() == 16) {
                alice = old(alice);
                other = old(other);
            }
            Objects.write(server, alice);
            assertThat(overlay.reload(Objects.request(alice, List.of()))).isInstanceOf(Verified.class);
            Objects.write(server, other);
            assertThat(overlay.reload(Objects.request(other, alice))).isInstanceOf(Verified.class);
            assertThat(OverlaidAsterisk.register(server, "alice", Host.OTHER)).isEqualTo(200);
            assertThat(OverlaidAsterisk.register(server, "alice", Host.SECRET)).isEqualTo(401);
            assertThat(overlay.verify(Objects.request(other, List.of()))).isInstanceOf(Verified.class);
            assertThat(overlay.incarnation()).isNotEmpty();
        }
    }

    private static List<Section> old(List<Section> sections) {
        return Objects.with(
                sections,
                "auth",
                entries -> entries.stream()
                        .map(entry -> entry instanceof io.sipwright.pjsip.Option option
                                        && option.name().equals("auth_type")
                                ? new io.sipwright.pjsip.Option("auth_type", "userpass")
                                : entry)
                        .toList());
    }
}
