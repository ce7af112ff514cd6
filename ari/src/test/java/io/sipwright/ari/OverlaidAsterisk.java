package io.sipwright.ari;

import io.sipwright.ami.AmiReloader;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An Asterisk with the lines of the overlay, and what the tests ask of it. */
final class OverlaidAsterisk {

    static final String USER = "sipwright";
    static final Secret SECRET = Secret.of("ari;canary 4711");

    private OverlaidAsterisk() {}

    static AsteriskServer.Builder builder(AsteriskInstallation installation) {
        AsteriskServer.Builder builder = AsteriskServer.builder(installation)
                .file("websocket_client.conf", "")
                .file("sorcery.conf", AriConfiguration.sorcery())
                .file("ari.conf", AriConfiguration.ari(USER, SECRET));
        if (installation.major() >= 22) {
            builder.module("res_websocket_client.so");
        }
        List.of("res_stasis.so", "res_ari.so", "res_ari_model.so", "res_ari_asterisk.so")
                .forEach(builder::module);
        return builder;
    }

    static AsteriskServer start(AsteriskInstallation installation) {
        return builder(installation).start();
    }

    static URI base(AsteriskServer server) {
        return URI.create("http://127.0.0.1:" + server.wsPort());
    }

    static AmiReloader ami(AsteriskServer server) {
        return AmiReloader.builder(server.host(), server.amiPort(), server.amiUser(), Secret.of(server.amiSecret()))
                .connectTimeout(Duration.ofSeconds(1))
                .responseTimeout(Duration.ofSeconds(2))
                .reloadTimeout(Duration.ofSeconds(20))
                .build();
    }

    static AriOverlayBuilder overlay(AsteriskServer server, Reloader reloader) {
        return AriOverlay.builder(base(server), USER, SECRET, reloader).retryPause(Duration.ofMillis(50));
    }

    static AriLink link(AsteriskServer server) {
        return new AriLink(new AriSettings(
                base(server),
                USER,
                SECRET,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                null,
                1,
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1)));
    }

    /** Whether an object that is seen was put into memory, and not read of a file. */
    static boolean isInFront(AsteriskServer server, String type, String name) throws AriException {
        return link(server).get(new ObjectKey(type, name)).attribute("@overlay").equals("yes");
    }

    static SipPhone phone(AsteriskServer server, String user, String password) {
        return SipPhone.builder()
                .server(server.host(), server.sipPort())
                .user(user)
                .password(password)
                .build();
    }

    static int register(AsteriskServer server, String user, String password) {
        try (SipPhone phone = phone(server, user, password)) {
            return phone.register().status();
        }
    }

    static long contacts(AsteriskServer server, String user) {
        try (AmiProbe probe = server.ami()) {
            return probe.list("PJSIPShowContacts", Map.of()).stream()
                    .flatMap(event -> event.first("ObjectName").stream())
                    .filter(name -> name.startsWith(user + ";@"))
                    .count();
        }
    }

    static String field(AsteriskServer server, String type, String name, String field) {
        try (AmiProbe probe = server.ami()) {
            return probe.sorcery(type, name, field);
        }
    }
}
