package io.sipwright.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A transaction of the one thread of a test, the way that frameworks keep one for each. */
final class ThreadTransaction implements CallerTransaction {

    private final DataSource dataSource;
    private final List<Runnable> tasks = new ArrayList<>();
    private @Nullable Connection connection;

    ThreadTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void begin() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        try (Connection ended = end()) {
            ended.commit();
        }
        tasks.forEach(Runnable::run);
        tasks.clear();
    }

    void rollBack() throws SQLException {
        try (Connection ended = end()) {
            ended.rollback();
        }
        tasks.clear();
    }

    private Connection end() {
        Connection ended = connection().orElseThrow();
        connection = null;
        return ended;
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.ofNullable(connection);
    }

    @Override
    public void afterCommit(Runnable task) {
        tasks.add(task);
    }
}
