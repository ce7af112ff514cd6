package io.sipwright.realtime;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL for all tests of this JVM, started by the first that asks and stopped with the JVM. It waits for no
 * disk: a crash of the machine would lose its data, which no test outlives. Each test has a database of its own.
 */
final class PostgreSqlServer {

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

    static int port() {
        return Holder.SERVER.getPort();
    }

    /** Has the server ask a role for its password, as it does not ask others. */
    static synchronized void askPasswordOf(String role) {
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW hba_file")) {
            found.next();
            Path file = Path.of(found.getString(1));
            String line = "host all \"" + role + "\" 127.0.0.1/32 scram-sha-256\n";
            Files.writeString(file, line + Files.readString(file));
            statement.execute("SELECT pg_reload_conf()");
            // The old rule, which lets everyone in, may hold for a moment more.
            long end = System.nanoTime() + 10_000_000_000L;
            while (isLetIn(role)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The server asks for no password");
                }
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isLetIn(String role) {
        try (Connection connection = Holder.SERVER
                .getDatabase(role, "postgres", Map.of("password", "wrong"))
                .getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return !"28P01".equals(e.getSQLState()); // wrong password
        }
    }

    /** A database without tables. */
    static TestDatabase newDatabase() {
        String name = "d" + NUMBER.incrementAndGet();
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(name, Holder.SERVER.getDatabase("postgres", name));
    }
}
