package io.sipwright.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database whose connection breaks at one of the statements or commits that come. */
final class FailingDataSource {

    private static final Set<String> COUNTED =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeBatch", "commit");

    private final DataSource dataSource;
    private final AtomicInteger left;

    /** The statement of that number fails, from one on, and all after it. */
    FailingDataSource(DataSource dataSource, int number) {
        this.dataSource = dataSource;
        this.left = new AtomicInteger(number);
    }

    boolean hasFailed() {
        return left.get() <= 0;
    }

    DataSource asDataSource() {
        return proxy(DataSource.class, dataSource);
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                FailingDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (COUNTED.contains(method.getName()) && left.decrementAndGet() <= 0) {
                        close(target);
                        throw new SQLException("The connection broke at " + method.getName(), "08006");
                    }
                    try {
                        Object result = method.invoke(target, given);
                        return result instanceof Connection || result instanceof Statement
                                ? proxy(interfaceOf(method.getReturnType()), result)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private static Class<?> interfaceOf(Class<?> declared) {
        return Arrays.asList(Connection.class.getInterfaces()).contains(declared) ? Connection.class : declared;
    }

    /** Hard, so that the server ends the transaction as well. */
    private static void close(Object target) throws SQLException {
        if (target instanceof Statement statement) {
            statement.getConnection().abort(Runnable::run);
        } else if (target instanceof Connection connection) {
            connection.abort(Runnable::run);
        }
    }
}
