package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.StoreException.Reason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is stopped, and started again, under a store with a pool. */
@Timeout(120)
class ServerRestartTest {

    @TempDir
    Path temporary;

    @Test
    void theSameStoreWorksAgainAfterARestart() throws IOException, SQLException {
        int port = freePort();
        EmbeddedPostgres first = server(port);
        try (HikariDataSource pool = TestTables.pool(first.getPostgresDatabase(), 2, 1000)) {
            TestTables tables = new TestTables(first.getPostgresDatabase(), "");
            JdbcStore store;
            try {
                SchemaInitializer.of(pool).run();
                store = tables.store(pool);
                Writes.insert(store, "alice");
            } finally {
                first.close();
            }

            Writes.failure(Reason.UNREACHABLE, () -> Writes.insert(store, "bob"));
            Writes.failure(Reason.UNREACHABLE, () -> Writes.generation(store));

            try (EmbeddedPostgres second = server(port)) {
                assertThat(second.getPort()).isEqualTo(port);
                awaitConnection(pool);
                assertThat(Writes.generation(store)).isEqualTo(1);
                assertThat(Writes.secret(store, "alice")).isEqualTo(Writes.SECRET);
                Writes.insert(store, "bob");
                assertThat(tables.contents().assertWhole().userNames()).containsExactly("alice", "bob");
            }
        }
    }

    /** Stopped while a write is under way: a fast shutdown ends the connection. */
    @Test
    void aShutdownInTheMiddleOfAWriteUndoesIt() throws IOException, SQLException {
        int port = freePort();
        EmbeddedPostgres first = server(port);
        try (HikariDataSource pool = TestTables.pool(first.getPostgresDatabase(), 2, 1000)) {
            SchemaInitializer.of(pool).run();
            TestTables tables = new TestTables(first.getPostgresDatabase(), "");
            JdbcStore store = tables.store(pool);
            Writes.insert(store, "alice");

            Writes.failure(
                    Reason.UNREACHABLE,
                    () -> store.write(writing -> {
                        writing.users().insert(Writes.user("bob"), 1);
                        close(first);
                        return writing.users().insert(Writes.user("carol"), 1);
                    }));

            try (EmbeddedPostgres second = server(port)) {
                assertThat(second.getPort()).isEqualTo(port);
                awaitConnection(pool);
                assertThat(tables.contents().assertWhole().userNames()).containsExactly("alice");
                Writes.insert(store, "bob");
            }
        } finally {
            first.close();
        }
    }

    /** The pool pauses between its attempts, the longer the more of them fail, and may miss its own limit by that. */
    private static void awaitConnection(HikariDataSource pool) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.isClosed()).isFalse();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(temporary.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
