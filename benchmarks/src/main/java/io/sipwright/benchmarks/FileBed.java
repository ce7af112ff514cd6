package io.sipwright.benchmarks;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Node;
import io.sipwright.ari.AriConfiguration;
import io.sipwright.ari.AriOverlay;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Nodes with files of their own; with the overlay, or without. */
final class FileBed implements Way.Bed {

    static final Duration LIMIT = Duration.ofMinutes(5);

    private static final String USER = "sipwright";
    private static final Secret SECRET = Secret.of("only-of-this-benchmark");
    private static final List<String> MODULES = List.of(
            "res_websocket_client.so", "res_stasis.so", "res_ari.so", "res_ari_model.so", "res_ari_asterisk.so");

    private final List<AsteriskServer> nodes = new ArrayList<>();
    private final HostWay host;

    FileBed(AsteriskInstallation installation, int count, int users, boolean overlaid) {
        SipwrightBuilder builder = Sipwright.builder().store(new InMemoryStore());
        for (int i = 0; i < count; i++) {
            AsteriskServer node = start(installation, overlaid);
            nodes.add(node);
            Reloader ami = RowBed.reloader(node);
            builder.node(
                    new Node("node" + i, ConfigFiles.in(node.configDirectory()), overlaid ? overlay(node, ami) : ami));
        }
        // Each change is waited for before the next comes, so that there is nothing to collect in a rest.
        builder.applySettings(
                ApplySettings.standard().withRest(Duration.ZERO, 0).withReconcileInterval(Duration.ofHours(1)));
        host = new HostWay(overlaid ? "Sipwright, overlay" : "Sipwright, files", builder.build(), nodes, true);
        host.fill(users);
    }

    private static AsteriskServer start(AsteriskInstallation installation, boolean overlaid) {
        AsteriskServer.Builder builder = AsteriskServer.builder(installation);
        if (overlaid) {
            builder.file("websocket_client.conf", "")
                    .file("sorcery.conf", AriConfiguration.sorcery())
                    .file("ari.conf", AriConfiguration.ari(USER, SECRET));
            MODULES.forEach(builder::module);
        }
        return builder.start();
    }

    private static AriOverlay overlay(AsteriskServer node, Reloader ami) {
        return AriOverlay.builder(URI.create("http://127.0.0.1:" + node.wsPort()), USER, SECRET, ami)
                .build();
    }

    @Override
    public List<Way> ways() {
        return List.of(host);
    }

    @Override
    public void close() {
        host.sipwright().close();
        nodes.forEach(AsteriskServer::close);
    }
}
