package io.sipwright.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of which one breaks when a certain statement, or a commit, is about to reach the database. */
final class BreakingDataSource {

    private final AtomicInteger left;

    private BreakingDataSource(int number) {
        this.left = new AtomicInteger(number);
    }

    /** Breaks at the statement of a number, counted over all connections from 1; all others come through. */
    static DataSource at(int number, DataSource real) {
        return new BreakingDataSource(number).wrapped(DataSource.class, real, null);
    }

    private <T> T wrapped(Class<T> type, T real, @Nullable Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> call(real, method, arguments, connection);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object call(
            Object real, Method method, Object @Nullable [] arguments, @Nullable Connection connection)
            throws Throwable {
        if (connection != null && isSent(method.getName()) && left.decrementAndGet() == 0) {
            connection.close();
            throw new SQLException("The connection broke", "08006");
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (result instanceof Connection opened) {
            return wrapped(Connection.class, opened, opened);
        }
        if (result instanceof PreparedStatement statement) {
            return wrapped(PreparedStatement.class, statement, connection);
        }
        return result instanceof Statement statement ? wrapped(Statement.class, statement, connection) : result;
    }

    private static boolean isSent(String method) {
        return method.startsWith("execute") || method.equals("commit");
    }
}
