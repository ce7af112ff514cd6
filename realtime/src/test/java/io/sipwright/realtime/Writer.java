package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes rows, each call in a transaction of its own, as a host does. */
final class Writer {

    private static final int ATTEMPTS = 100;

    final TestDatabase database;
    final RowWriter rows;

    Writer(TestDatabase database) {
        this(database, AsteriskVersion.V22);
    }

    Writer(TestDatabase database, AsteriskVersion version) {
        this.database = database;
        try (Connection connection = database.connect()) {
            rows = RowWriter.on(connection, Tables.PLAIN, version);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    RowChanges write(long generation, ObjectRows... objects) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<RowChanges> changes = writeFrom(generation(), generation, objects);
            if (changes.isPresent()) {
                return changes.get();
            }
        }
        throw new IllegalStateException("Others were faster " + ATTEMPTS + " times");
    }

    /** Empty if the rows show another generation than that from which it starts. */
    Optional<RowChanges> writeFrom(long from, long to, ObjectRows... objects) {
        return inTransaction(connection -> rows.write(connection, from, to, Arrays.asList(objects)));
    }

    RowChanges replaceAll(long generation, ObjectRows... objects) {
        return replaceAll(generation, Stream.of(objects));
    }

    RowChanges replaceAll(long generation, Stream<ObjectRows> objects) {
        RowChanges changes = new RowChanges(new TreeSet<>(), new TreeSet<>());
        if (!inTransaction(connection ->
                rows.replaceAll(connection, rows.generation(connection), generation, objects, changes.listener()))) {
            throw new IllegalStateException("Someone else was faster");
        }
        return changes;
    }

    long generation() {
        return inTransaction(rows::generation);
    }

    List<StandingRow> rows() {
        List<StandingRow> found = new ArrayList<>();
        inTransaction(connection -> {
            rows.rows(connection, found::add);
            return found;
        });
        return found;
    }

    /** What does not stand as it was written. */
    List<String> drifted() {
        return rows().stream()
                .filter(row -> !row.asWritten())
                .map(StandingRow::toString)
                .toList();
    }

    <R> R inTransaction(Function<Connection, R> work) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                return work.apply(connection);
            } finally {
                // Also after a refusal: what it had done must be undone already.
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
