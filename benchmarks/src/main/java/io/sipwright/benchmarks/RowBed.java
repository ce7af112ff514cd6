package io.sipwright.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.Node;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.realtime.RealtimeConfiguration;
import io.sipwright.realtime.RealtimeSchema;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Nodes that read rows of a PostgreSQL, which holds the store as well; by Sipwright, and by hand. */
final class RowBed implements Way.Bed {

    private final BenchmarkDatabase server;
    private final HikariDataSource database;
    private final List<AsteriskServer> nodes = new ArrayList<>();
    private final HostWay host;

    RowBed(AsteriskInstallation installation, int count, int users) throws IOException, SQLException {
        server = BenchmarkDatabase.postgreSql(false);
        database = pool(server);
        SchemaInitializer.of(database).run();
        RealtimeSchema.of(database).run();
        int port = URI.create(server.url().substring("jdbc:".length())).getPort();
        RealtimeConfiguration configuration = RealtimeConfiguration.postgreSql(
                        "127.0.0.1", port, "postgres", server.user(), Secret.of("unused"))
                .readingAll(false) // as it should be with many
                .build();
        SipwrightBuilder builder = Sipwright.builder()
                .store(JdbcStore.builder(database, TinkSecretCipher.ofKeyset(TinkKeysets.create()))
                        .build());
        RealtimeTarget target =
                RealtimeTarget.builder(database).inDatabaseOfStore(true).build();
        for (int i = 0; i < count; i++) {
            AsteriskServer node = start(installation, configuration);
            nodes.add(node);
            builder.node(new Node("node" + i, target, reloader(node)));
        }
        host = new HostWay("Sipwright, rows", builder.build(), nodes, false);
        host.fill(users);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE"); // as a host's database has been
        }
    }

    private static HikariDataSource pool(BenchmarkDatabase server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword("");
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    private static AsteriskServer start(AsteriskInstallation installation, RealtimeConfiguration configuration) {
        AsteriskServer.Builder builder = AsteriskServer.builder(installation);
        configuration.files().forEach(file -> builder.file(file.name(), file.text()));
        configuration.moduleNames().forEach(builder::module);
        return builder.start();
    }

    static AmiReloader reloader(AsteriskServer node) {
        return AmiReloader.builder(node.host(), node.amiPort(), node.amiUser(), Secret.of(node.amiSecret()))
                .reloadTimeout(FileBed.LIMIT)
                .build();
    }

    @Override
    public List<Way> ways() {
        return List.of(new HandWay(database, nodes), host);
    }

    @Override
    public void close() throws Exception {
        host.sipwright().close();
        nodes.forEach(AsteriskServer::close);
        database.close();
        server.close();
    }
}
