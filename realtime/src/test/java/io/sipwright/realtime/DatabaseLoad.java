package io.sipwright.realtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a database does, by its own account. */
record DatabaseLoad(TestDatabase database) {

    /** Processor time of its processes, by their numbers. */
    Map<Long, Duration> processor() {
        Map<Long, Duration> times = new HashMap<>();
        ProcessHandle.of(number("SELECT pg_backend_pid()"))
                .flatMap(ProcessHandle::parent)
                .ifPresent(server -> server.children()
                        .forEach(process ->
                                process.info().totalCpuDuration().ifPresent(time -> times.put(process.pid(), time))));
        return times;
    }

    /** What they have taken since; those that have ended meanwhile are not seen. */
    Duration processorSince(Map<Long, Duration> earlier) {
        return processor().entrySet().stream()
                .map(process -> process.getValue().minus(earlier.getOrDefault(process.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Rows that were read in whole tables so far. */
    long rowsScanned() {
        return number("SELECT COALESCE(SUM(seq_tup_read), 0) FROM pg_stat_user_tables");
    }

    /** Entries of indexes that were read so far. */
    long entriesRead() {
        return number("SELECT COALESCE(SUM(idx_tup_read), 0) FROM pg_stat_user_indexes");
    }

    long megabytes() {
        return number("SELECT pg_database_size(current_database())") >> 20;
    }

    private long number(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
