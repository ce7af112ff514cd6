package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.realtime.RealtimeException.Reason;
import io.sipwright.reload.ObjectKey;
import io.sipwright.target.EditedRow;
import io.sipwright.target.RowObject;
import io.sipwright.target.RowTarget;
import io.sipwright.target.TargetException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code ps_endpoints} and the other tables that any number of Asterisks read. One target serves all nodes that read the
 * same tables. Where these are in the database of the store, {@link Builder#inDatabaseOfStore} has rows be written in the
 * transaction of each change: phones can register as soon as it counts. Otherwise they are written by the next round.
 *
 * <p>The tables must be there, see {@link RealtimeSchema}. Rows of others are never touched; where one bears the name of an
 * object of ours, nothing is written, and the exception names it. Thread-safe.
 */
public final class RealtimeTarget implements RowTarget {

    /** Before the first writing the tables say 0, and what they hold is not known. */
    private static final long UNKNOWN = -1;

    private final OwnTransactions transactions;
    private final Tables tables;
    private final AsteriskVersion version;
    private final boolean stamps;
    private final boolean inDatabaseOfStore;
    private volatile @Nullable RowWriter writer;

    private RealtimeTarget(Builder settings) {
        this.transactions = new OwnTransactions(settings.dataSource);
        this.tables = new Tables(settings.schema, settings.prefix);
        this.version = settings.version;
        this.stamps = settings.stamps;
        this.inDatabaseOfStore = settings.inDatabaseOfStore;
    }

    /** Rows in the tables that a data source leads to. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    @Override
    public long generation() {
        return run(connection -> known(writer(connection).generation(connection)));
    }

    @Override
    public boolean write(long from, long to, List<RowObject> objects) {
        return run(connection -> write(connection, from, to, objects));
    }

    private boolean write(Connection connection, long from, long to, List<RowObject> objects) {
        List<ObjectRows> rows = objects.stream().map(RealtimeTarget::rows).toList();
        return writer(connection).write(connection, marker(from), to, rows).isPresent();
    }

    @Override
    public boolean replaceAll(long from, long to, Stream<RowObject> objects) {
        RowListener noOne = new RowListener() {
            @Override
            public void changed(ObjectKey key) {
                // each node is told by its own rounds
            }

            @Override
            public void removed(ObjectKey key) {
                // the same
            }
        };
        return run(connection ->
                writer(connection).replaceAll(connection, marker(from), to, objects.map(RealtimeTarget::rows), noOne));
    }

    private static long known(long marker) {
        return marker == 0 ? UNKNOWN : marker;
    }

    private static long marker(long generation) {
        return Math.max(0, generation);
    }

    private static ObjectRows rows(RowObject object) {
        return new ObjectRows(object.name(), object.sections());
    }

    @Override
    public Optional<RowTarget> joining(Object transaction) {
        return inDatabaseOfStore && transaction instanceof Connection connection
                ? Optional.of(new Joined(connection))
                : Optional.empty();
    }

    @Override
    public boolean keepsStamps() {
        return stamps;
    }

    @Override
    public List<EditedRow> editedRows() {
        return run(connection -> {
            List<EditedRow> edited = new ArrayList<>();
            writer(connection).rows(connection, row -> {
                if (!row.asWritten()) {
                    edited.add(new EditedRow(
                            row.key().type(), row.key().name(), row.section().isEmpty()));
                }
            });
            return edited;
        });
    }

    /** For others that look at the same rows. */
    RowDatabase database() {
        return new RowDatabase(transactions, tables, version, stamps);
    }

    /** Hands over all rows of ours, as they stand now. */
    void standing(Consumer<StandingRow> reader) {
        run(connection -> {
            writer(connection).rows(connection, reader);
            return true;
        });
    }

    /** Looks which columns there are when it is first needed, and again after tables were not as they should be. */
    private RowWriter writer(Connection connection) {
        RowWriter known = writer;
        if (known == null) {
            known = RowWriter.on(connection, tables, version);
            if (stamps && !known.keepsStamps()) {
                refuseMissing(PresentTables.read(connection, tables));
                throw new TargetException("The tables have no column for stamps: add what RealtimeSchema.stampColumns()"
                        + " says, or do without, by stamps(false)");
            }
            writer = known;
        }
        return known;
    }

    private void refuseMissing(PresentTables present) {
        String missing = Arrays.stream(RowTable.values())
                .filter(table -> !present.has(table))
                .map(tables::of)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new RealtimeException(
                    Reason.NOT_PREPARED,
                    "The tables are not as they should be: there is no " + missing
                            + ". Run RealtimeSchema, or its scripts",
                    null);
        }
    }

    private <R> R run(Function<Connection, R> work) {
        return translated(() -> transactions.run(work));
    }

    private <R> R translated(Supplier<R> work) {
        try {
            return work.get();
        } catch (RealtimeException e) {
            if (e.reason() == Reason.NOT_PREPARED || e.reason() == Reason.PROBLEMS) {
                writer = null; // perhaps someone is about to add what is missing
            }
            throw new TargetException(String.valueOf(e.getMessage()), e);
        }
    }

    /** In a transaction of the store. */
    private final class Joined implements RowTarget {

        private final Connection connection;

        Joined(Connection connection) {
            this.connection = connection;
        }

        @Override
        public long generation() {
            return translated(() -> known(writer(connection).generation(connection)));
        }

        @Override
        public boolean write(long from, long to, List<RowObject> objects) {
            return translated(() -> RealtimeTarget.this.write(connection, from, to, objects));
        }

        @Override
        public boolean replaceAll(long from, long to, Stream<RowObject> objects) {
            throw new UnsupportedOperationException("A change does not wait for all rows");
        }
    }

    /** Settings. Not thread-safe. */
    public static final class Builder {

        private final DataSource dataSource;
        private String schema = "";
        private String prefix = "";
        private AsteriskVersion version = AsteriskVersion.V22;
        private boolean stamps = true;
        private boolean inDatabaseOfStore;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** Schema of the tables; by default that of the connections. */
        public Builder schema(String name) {
            schema = name;
            return this;
        }

        /** What the names of all tables begin with; nothing by default. */
        public Builder tablePrefix(String value) {
            prefix = value;
            return this;
        }

        /** Version that all nodes have at least; {@link AsteriskVersion#V22} by default. */
        public Builder asteriskVersion(AsteriskVersion value) {
            version = value;
            return this;
        }

        /**
         * Whether the tables have columns for stamps, as ours do; by default they have. Without them options are compared where
         * objects are looked at.
         */
        public Builder stamps(boolean value) {
            stamps = value;
            return this;
        }

        /**
         * Says that the tables are in the database of the store, so that the connection of a change reaches them; by default they
         * are elsewhere.
         */
        public Builder inDatabaseOfStore(boolean value) {
            inDatabaseOfStore = value;
            return this;
        }

        /** A target; the database is not asked for anything yet. */
        public RealtimeTarget build() {
            return new RealtimeTarget(this);
        }
    }
}
