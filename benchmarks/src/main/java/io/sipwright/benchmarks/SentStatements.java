package io.sipwright.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Notes what is sent through a data source: statements, how many rows a batch has, and commits. */
final class SentStatements {

    private static final Set<String> EXECUTIONS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeBatch");

    private final List<String> sent = new ArrayList<>();

    /** The same data source, whose statements are noted. */
    DataSource noting(DataSource dataSource) {
        return proxy(DataSource.class, dataSource, (method, arguments, result) -> wrapped(result));
    }

    /** What was sent since the last time that someone asked; names of tables without their prefix. */
    List<String> take(String prefix) {
        List<String> taken = sent.stream()
                .map(sql -> sql.replace(prefix + "sip_", "sip_")
                        .replaceAll("\\s*,\\s*", ",")
                        .strip())
                .toList();
        sent.clear();
        return taken;
    }

    private Object wrapped(Object result) {
        return result instanceof Connection connection
                ? proxy(Connection.class, connection, this::ofConnection)
                : result;
    }

    private Object ofConnection(Method method, Object[] arguments, Object result) {
        if (method.getName().equals("commit") || method.getName().equals("rollback")) {
            sent.add(method.getName());
        }
        if (result instanceof PreparedStatement statement) {
            Batch batch = new Batch((String) arguments[0]);
            return proxy(PreparedStatement.class, statement, batch::executed);
        }
        return result instanceof Statement statement
                ? proxy(Statement.class, statement, new Batch("")::executed)
                : result;
    }

    /** A statement and the rows that were added to it. */
    private final class Batch {

        private final String sql;
        private int rows;

        Batch(String sql) {
            this.sql = sql;
        }

        Object executed(Method method, Object[] arguments, Object result) {
            if (method.getName().equals("addBatch")) {
                rows++;
            } else if (EXECUTIONS.contains(method.getName())) {
                sent.add((arguments == null ? sql : arguments[0]) + (rows == 0 ? "" : " x" + rows));
                rows = 0;
            }
            return result;
        }
    }

    /** Looks at a call that has returned, and may return something else. */
    private interface Look {

        Object at(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Look look) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return look.at(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
