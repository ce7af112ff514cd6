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
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that one test has to itself, to be stopped and started again. It waits for its disk, as it does by
 * default: what it has acknowledged is there afterwards.
 */
final class DurablePostgreSql implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private @Nullable StartedAgain process;

    DurablePostgreSql() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    TestDatabase database() {
        return new TestDatabase("postgres", server.getPostgresDatabase());
    }

    /** Whether sessions that stand still within a transaction lose it after a second, so that no one waits for a host that sleeps. */
    void endIdleTransactions(boolean on) {
        database()
                .run("ALTER SYSTEM SET idle_in_transaction_session_timeout = '" + (on ? 1 : 0) + "s';\n"
                        + "SELECT pg_reload_conf();\n");
    }

    /** Ends it without any leave-taking; clients are cut off, and what was under way is lost. */
    void crash() {
        if (process == null) {
            process = new StartedAgain(pid(), runsAsRoot() ? new String[] {"unshare", "-U"} : new String[0]);
        }
        process.end(Signal.QUIT);
    }

    /** Starts it on the same data and the same port, and waits until it has repaired itself. */
    void startAgain() {
        Objects.requireNonNull(process, "It was not stopped").start();
        if (!Waiting.until(LIMIT, this::answers)) {
            throw new IllegalStateException("PostgreSQL does not come back");
        }
    }

    private boolean answers() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** PostgreSQL itself would refuse that. */
    private static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private long pid() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW data_directory")) {
            found.next();
            Path file = Path.of(found.getString(1), "postmaster.pid");
            return Long.parseLong(Files.readAllLines(file).get(0).strip());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (process != null) {
                process.close();
            }
        }
    }
}
