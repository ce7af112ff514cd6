package io.sipwright.ami;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.time.Duration;
import java.util.List;

/** Two users for a server that is no Asterisk, which loads them at each reload. */
final class FakeDeployment {
    static final String USER = "sipwright";
    static final String AMI_SECRET = "canary-AMI-4711";
    static final String SIP_SECRET = "canary-SIP-4711";

    private FakeDeployment() {}

    static FakeAmiServer start() {
        FakeAmiServer server = FakeAmiServer.start(USER, AMI_SECRET);
        server.onReload(loaded -> loaded.load(document()));
        return server;
    }

    static AmiReloader.Builder reloader(FakeAmiServer server) {
        return AmiReloader.builder(server.host(), server.port(), USER, Secret.of(AMI_SECRET))
                .connectTimeout(Duration.ofSeconds(1))
                .responseTimeout(Duration.ofMillis(700))
                .reloadTimeout(Duration.ofMillis(2500))
                .busyPause(Duration.ofMillis(20))
                .busyRetries(4);
    }

    static PjsipDocument document() {
        return PjsipDocument.of(
                auth("alice"), aor("alice"), endpoint("alice"), auth("bob"), aor("bob"), endpoint("bob"));
    }

    static ReloadRequest request() {
        Manifest.Builder wanted = Manifest.builder(true);
        document().sections().forEach(section -> Deployment.add(wanted, section));
        return new ReloadRequest(1, wanted.build(), Manifest.empty());
    }

    private static Section auth(String name) {
        return section(name, "auth", new Option("username", name), new Option("password", SIP_SECRET));
    }

    private static Section aor(String name) {
        return section(name, "aor", new Option("max_contacts", "1"));
    }

    private static Section endpoint(String name) {
        return section(name, "endpoint", new Option("auth", name), new Option("aors", name));
    }

    private static Section section(String name, String type, Option... options) {
        List<Option> all = new java.util.ArrayList<>(List.of(options));
        all.add(new Option("@rev", type + "-1"));
        return Section.of(name, type, all);
    }
}
