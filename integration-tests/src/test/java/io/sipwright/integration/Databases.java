package io.sipwright.integration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.store.ProvisioningStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Where the stores of the tests are. */
final class Databases {

    private Databases() {}

    /** An empty store of its own in memory. */
    static ProvisioningStore h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return store(h2, TinkKeysets.create());
    }

    /** An empty database of PostgreSQL, as an address that other processes may use as well. */
    static String postgreSql() {
        try {
            String name = "d" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = PostgreSql.SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return PostgreSql.SERVER.getJdbcUrl("postgres", name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pool of connections to a database; whoever asks for it closes it. */
    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** A store in a database; makes its tables if there are none. */
    static JdbcStore store(DataSource dataSource, String keyset) {
        SchemaInitializer.of(dataSource).run();
        return JdbcStore.builder(dataSource, TinkSecretCipher.ofKeyset(keyset)).build();
    }

    /** One for all tests of this JVM, with which it ends. Its commits outlive a kill of their client, not one of itself. */
    private static final class PostgreSql {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
