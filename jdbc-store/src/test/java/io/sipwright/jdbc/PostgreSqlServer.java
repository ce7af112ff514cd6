package io.sipwright.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One real PostgreSQL for all tests of this JVM, started by the first that asks and stopped with the JVM. It waits for no
 * disk: a crash of the machine would lose its data, which no test outlives. Tests are told apart by {@link #newPrefix()}.
 */
final class PostgreSqlServer {

    /** Schema that {@link #pool} and {@link #dataSource()} are in. */
    static final String SCHEMA = "public";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PostgreSqlServer() {}

    /** Starts it once, when it is first needed. */
    private static final class Holder {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Connections of the superuser, each a new one. */
    static DataSource dataSource() {
        return Holder.SERVER.getPostgresDatabase();
    }

    /** Connections of a role that the test has made. */
    static DataSource dataSource(String role, String password) {
        return Holder.SERVER.getDatabase(role, "postgres", Map.of("password", password));
    }

    /** A pool of the superuser; whoever asks for it closes it. */
    static HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Lets a role use the sequences of tables with a prefix: a grant on all that there are would meet those of others. */
    static void grantSequences(String prefix, String role) {
        for (String table : List.of("sip_users", "sip_trunks", "sip_changes")) {
            Sql.execute(
                    dataSource(), "GRANT USAGE ON SEQUENCE " + SCHEMA + "." + prefix + table + "_id_seq TO " + role);
        }
    }

    /** What the tables of a test begin with; never the same twice. */
    static String newPrefix() {
        return "t" + NUMBER.incrementAndGet() + "_";
    }
}
