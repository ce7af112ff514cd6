package io.sipwright.realtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the statements that are run, and the transactions, apart for the threads of nodes and for all others. */
final class CountedStatements {

    private final DataSource dataSource;
    private final LongAdder ofNodes = new LongAdder();
    private final LongAdder ofOthers = new LongAdder();
    private final LongAdder commits = new LongAdder();

    CountedStatements(DataSource counted) {
        dataSource = wrapped(DataSource.class, counted);
    }

    DataSource dataSource() {
        return dataSource;
    }

    /**
     * How many there were.
     *
     * @param ofNodes statements of threads that bring changes to nodes
     * @param ofOthers statements of those that change something, among others
     * @param commits transactions of all
     */
    record Counts(long ofNodes, long ofOthers, long commits) {

        Counts since(Counts earlier) {
            return new Counts(ofNodes - earlier.ofNodes, ofOthers - earlier.ofOthers, commits - earlier.commits);
        }
    }

    Counts counts() {
        return new Counts(ofNodes.sum(), ofOthers.sum(), commits.sum());
    }

    private <T> T wrapped(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invoke(real, method, arguments)));
    }

    private @Nullable Object invoke(Object real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (real instanceof Statement && name.startsWith("execute")) {
            (Thread.currentThread().getName().startsWith("sipwright-") ? ofNodes : ofOthers).increment();
        } else if (real instanceof Connection && name.equals("commit")) {
            commits.increment();
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException sql ? sql : e.getTargetException();
        }
        if (result instanceof CallableStatement) {
            return result;
        }
        if (result instanceof PreparedStatement && name.startsWith("prepare")) {
            return wrapped(PreparedStatement.class, result);
        }
        if (result instanceof Statement && name.startsWith("create")) {
            return wrapped(Statement.class, result);
        }
        return result instanceof Connection && name.equals("getConnection") && real instanceof DataSource
                ? wrapped(Connection.class, result)
                : result;
    }
}
