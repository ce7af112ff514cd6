package io.sipwright.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose calls go wrong as a test wants it: before the real call, instead of it, or after it. */
final class FaultyDataSource {

    /** A call that may go wrong. */
    enum Call {
        CONNECT,
        STATEMENT,
        COMMIT,
        ROLLBACK
    }

    private enum Moment {
        BEFORE,
        INSTEAD,
        AFTER
    }

    /** What happens; it is handed the real connection. */
    @FunctionalInterface
    interface Fault {
        void happen(Connection connection) throws SQLException;

        static Fault of(String state) {
            return connection -> {
                throw new SQLException("simulated " + state, state);
            };
        }
    }

    @FunctionalInterface
    private interface RealCall {
        @Nullable
        Object run() throws Throwable;
    }

    private record Rule(Call call, String sql, AtomicInteger times, Moment moment, Fault fault) {

        boolean applies(Call made, String statement) {
            return made == call && statement.contains(sql) && times.getAndDecrement() > 0;
        }

        @Nullable
        Object run(Connection connection, RealCall real) throws Throwable {
            if (moment == Moment.BEFORE) {
                fault.happen(connection);
            }
            Object result = moment == Moment.INSTEAD ? null : real.run();
            if (moment != Moment.BEFORE) {
                fault.happen(connection);
            }
            return result;
        }
    }

    private final DataSource real;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** Runs a statement on each new connection, such as one that sets a time limit. */
    static DataSource settingUp(DataSource real, String sql) {
        return new FaultyDataSource(real)
                .after(Call.CONNECT, "", Integer.MAX_VALUE, connection -> execute(connection, sql))
                .dataSource();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Only statements that contain a text, only so many times. */
    FaultyDataSource before(Call call, String sql, int times, Fault fault) {
        return with(call, sql, times, Moment.BEFORE, fault);
    }

    FaultyDataSource instead(Call call, String sql, int times, Fault fault) {
        return with(call, sql, times, Moment.INSTEAD, fault);
    }

    FaultyDataSource after(Call call, String sql, int times, Fault fault) {
        return with(call, sql, times, Moment.AFTER, fault);
    }

    private FaultyDataSource with(Call call, String sql, int times, Moment moment, Fault fault) {
        rules.add(new Rule(call, sql, new AtomicInteger(times), moment, fault));
        return this;
    }

    /** From now on nothing goes wrong. */
    void mend() {
        rules.clear();
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(real, method, arguments);
            if (result instanceof Connection connection) {
                run(Call.CONNECT, "", connection, () -> null);
                return wrapped(connection);
            }
            return result;
        });
    }

    private Connection wrapped(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            RealCall call = () -> invoke(connection, method, arguments);
            return switch (method.getName()) {
                case "commit" -> run(Call.COMMIT, "", connection, call);
                case "rollback" -> run(Call.ROLLBACK, "", connection, call);
                case "createStatement" -> wrapped(Statement.class, call.run(), "", connection);
                case "prepareStatement" ->
                    wrapped(PreparedStatement.class, call.run(), String.valueOf(arguments[0]), connection);
                default -> call.run();
            };
        });
    }

    private <S> S wrapped(Class<S> type, @Nullable Object statement, String prepared, Connection connection) {
        return proxy(type, (method, arguments) -> {
            RealCall call = () -> invoke(statement, method, arguments);
            String sql = arguments.length > 0 ? String.valueOf(arguments[0]) : prepared;
            return method.getName().startsWith("execute") ? run(Call.STATEMENT, sql, connection, call) : call.run();
        });
    }

    private @Nullable Object run(Call made, String sql, Connection connection, RealCall call) throws Throwable {
        for (Rule rule : rules) {
            if (rule.applies(made, sql)) {
                return rule.run(connection, call);
            }
        }
        return call.run();
    }

    @FunctionalInterface
    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <P> P proxy(Class<P> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object invoke(@Nullable Object target, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
