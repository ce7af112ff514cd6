package io.sipwright.examples.cluster;

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
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The database that all share. It waits for its disk: what it has acknowledged outlives it. */
final class PostgresPart implements Part {

    private final EmbeddedPostgres server;
    private final List<String> command;
    private long pid;

    PostgresPart() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // No one waits for a host that stands still in the middle of a change.
                    .setServerConfig("idle_in_transaction_session_timeout", "2s")
                    .start();
            pid = ask();
            command = new ArrayList<>();
            if ("root".equals(System.getProperty("user.name"))) {
                command.addAll(List.of("unshare", "-U")); // it refuses to run as root
            }
            command.addAll(List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long ask() throws IOException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW data_directory")) {
            found.next();
            return Long.parseLong(Files.readAllLines(Path.of(found.getString(1), "postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public boolean isRunning() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Override
    public void kill() {
        Signal.QUIT.to(pid); // its children would outlive another end
        Signal.awaitEnd(pid);
    }

    @Override
    public void start() {
        try {
            pid = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Waiting.until("PostgreSQL answers", Duration.ofSeconds(30), this::answers);
    }

    private boolean answers() {
        try (Connection connection = dataSource().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            server.close(); // whoever has started it last; and removes its files
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
