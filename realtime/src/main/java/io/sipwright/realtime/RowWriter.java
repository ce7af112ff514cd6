package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import io.sipwright.realtime.RealtimeException.Reason;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Stamps;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes rows in a transaction of the caller, which it neither commits nor rolls back. What fails is undone to where the call
 * began, so that nothing is half done. Rows that it did not write it never touches.
 *
 * <p>Writers wait for each other, at the row of the generation, and go through tables and ids in one order, so that none of
 * them waits for another in a circle. Readers wait for nobody. A call takes as many statements for an object in a table of a
 * million rows as in one of ten.
 *
 * <p>Knows the columns that were there when it was made. Immutable and thread-safe; connections are not shared.
 */
final class RowWriter {

    private final Tables tables;
    private final RowForm form;

    RowWriter(Tables tables, RowForm form) {
        this.tables = tables;
        this.form = form;
    }

    /** Looks which columns there are. */
    static RowWriter on(Connection connection, Tables tables, AsteriskVersion version) {
        return new RowWriter(tables, new RowForm(version, PresentTables.read(connection, tables)));
    }

    /** What rows can't say of some sections: columns that are missing, values that don't fit. Asks no database. */
    Set<RowProblem> problems(Collection<Section> sections) {
        Set<RowProblem> problems = new TreeSet<>();
        form.rows(sections, problems);
        return problems;
    }

    /**
     * The generation that the rows show; 0 before the first.
     *
     * @throws RealtimeException if the tables are not as they should be
     */
    long generation(Connection connection) {
        long[] found = {-1};
        new Statements(connection)
                .query(
                        "SELECT generation FROM " + tables.state() + " WHERE id = 1",
                        List.of(),
                        row -> found[0] = row.getLong(1));
        if (found[0] < 0) {
            throw new RealtimeException(
                    Reason.NOT_PREPARED, tables.state() + " has no row: run RealtimeSchema, or its scripts", null);
        }
        return found[0];
    }

    /** Whether Asterisk can tell stamps of all types, because all tables have the column. */
    boolean keepsStamps() {
        return Arrays.stream(RowTable.values())
                .allMatch(table -> form.tables().find(table, Stamps.OPTION).isPresent());
    }

    /**
     * Writes some objects, and leaves the others.
     *
     * @param from generation that the rows must show
     * @param to what they show then
     * @return what has changed; empty, with nothing written, if they show another generation
     * @throws RealtimeException with all problems
     */
    Optional<RowChanges> write(Connection connection, long from, long to, Collection<ObjectRows> objects) {
        RowChanges changes = new RowChanges(new TreeSet<>(), new TreeSet<>());
        boolean done = undoing(connection, statements -> {
            if (!move(statements, from, to)) {
                return false;
            }
            Writing writing =
                    new Writing(new Ledger(statements, tables), present(statements), form, changes.listener());
            writing.inspect(objects);
            writing.write(objects.stream(), lot -> {});
            return true;
        });
        return done ? Optional.of(changes) : Optional.empty();
    }

    /**
     * Writes all objects that there are, and deletes the rows of ours that belong to none of them. Rows that say already what
     * they should are left alone; those that someone has edited are mended.
     *
     * @param from generation that the rows must show
     * @param to what they show then; an earlier one where the store has gone back, as after a restore of a backup
     * @param objects each once; read one after the other, and closed by the caller
     * @param listener is told of rows as they change; what it was told counts only if the call does not fail
     * @return false, with nothing written, if the rows show another generation
     */
    boolean replaceAll(Connection connection, long from, long to, Stream<ObjectRows> objects, RowListener listener) {
        return undoing(connection, statements -> {
            if (!move(statements, from, to)) {
                return false;
            }
            PresentRows present = present(statements);
            Ledger ledger = new Ledger(statements, tables);
            Sweep sweep = new Sweep(statements, tables, form, present, ledger);
            sweep.begin();
            new Writing(ledger, present, form, listener).write(objects, sweep::met);
            sweep.end(listener);
            return true;
        });
    }

    /** All rows that are ours, sorted by table, with what stands there now. Reads as it goes. */
    void rows(Connection connection, Consumer<StandingRow> reader) {
        Statements statements = new Statements(connection);
        PresentRows present = present(statements);
        for (RowTable table : RowTable.values()) {
            boolean there = form.tables().has(table);
            String columns = there ? ", " + present.selected(table, "t.") : "";
            String join = there ? " LEFT JOIN " + tables.of(table) + " t ON t.id = l.id" : "";
            statements.query(
                    "SELECT l.id, l.owner, l.digest" + columns + " FROM " + tables.ledger() + " l" + join
                            + " WHERE l.table_name = ? ORDER BY l.id",
                    List.of(table.table()),
                    result -> {
                        ObjectKey key = new ObjectKey(table.type(), RowText.unescaped(result.getString(1)));
                        String owner = result.getString(2);
                        if (!there || result.getString(4) == null) {
                            reader.accept(new StandingRow(key, owner, Optional.empty(), false));
                        } else {
                            Row row = present.row(table, result, 4);
                            boolean asWritten = row.digest().equals(result.getString(3));
                            reader.accept(new StandingRow(key, owner, Optional.of(form.section(row)), asWritten));
                        }
                    });
        }
    }

    private PresentRows present(Statements statements) {
        return new PresentRows(statements, tables, form);
    }

    /** Moves the generation, which keeps other writers out until the transaction ends. */
    private boolean move(Statements statements, long from, long to) {
        String sql = "UPDATE " + tables.state() + " SET generation = ? WHERE id = 1 AND generation = ?";
        return statements.update(sql, List.of(Long.toString(to), Long.toString(from))) == 1;
    }

    private static boolean undoing(Connection connection, Predicate<Statements> work) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("Rows are written in a transaction: switch auto-commit off");
            }
            Statements statements = new Statements(connection);
            Savepoint start = connection.setSavepoint();
            boolean done;
            try {
                done = work.test(statements);
            } catch (RuntimeException | Error e) {
                undo(connection, start, e);
                throw e;
            }
            connection.releaseSavepoint(start);
            return done;
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private static void undo(Connection connection, Savepoint start, Throwable because) {
        try {
            connection.rollback(start);
        } catch (SQLException e) {
            because.addSuppressed(SqlTrouble.of(e)); // the connection is gone, and the transaction with it
        }
    }
}
