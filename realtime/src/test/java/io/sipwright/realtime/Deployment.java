package io.sipwright.realtime;

import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Node;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskServer;
import java.time.Duration;
import java.util.Map;

/** A store, rows in its database or in another one, and nodes that read them. */
final class Deployment implements AutoCloseable {

    /** The same for all, or who comes second could not open what the first has sealed. */
    static final String KEYSET = TinkKeysets.create();

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(KEYSET);

    final TestDatabase rows;
    final JdbcStore store;
    final RealtimeTarget target;
    final Sipwright sipwright;

    private Deployment(
            TestDatabase store, TestDatabase rows, Map<String, AsteriskServer> nodes, AsteriskVersion version) {
        this.rows = rows;
        SchemaInitializer.of(store.dataSource()).run();
        RealtimeSchema.of(rows.dataSource()).run();
        this.store = JdbcStore.builder(store.dataSource(), CIPHER).build();
        this.target = RealtimeTarget.builder(rows.dataSource())
                .inDatabaseOfStore(store == rows)
                .asteriskVersion(version)
                .build();
        var builder = Sipwright.builder()
                .store(this.store)
                .asteriskVersion(version)
                .applying(Applying.IN_BACKGROUND)
                .applySettings(ApplySettings.standard()
                        .withRetries(Duration.ofMillis(100), Duration.ofMillis(500))
                        .withReconcileInterval(Duration.ofSeconds(1)));
        nodes.forEach((name, asterisk) -> builder.node(new Node(name, target, reloader(asterisk))));
        if (nodes.isEmpty()) {
            builder.node(new Node(Node.DEFAULT_NAME, target, Reloader.none()));
        }
        this.sipwright = builder.build();
    }

    static Deployment inOneDatabase(TestDatabase database, AsteriskVersion version, Map<String, AsteriskServer> nodes) {
        return new Deployment(database, database, nodes, version);
    }

    static Deployment inTwoDatabases(TestDatabase rows, AsteriskVersion version, Map<String, AsteriskServer> nodes) {
        return new Deployment(PostgreSqlServer.newDatabase(), rows, nodes, version);
    }

    private static AmiReloader reloader(AsteriskServer asterisk) {
        return AmiReloader.builder(
                        asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), Secret.of(asterisk.amiSecret()))
                .build();
    }

    @Override
    public void close() {
        sipwright.close();
    }
}
