package io.sipwright.jdbc;

import io.sipwright.secret.SecretCipher;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Keeps everything in the host's database, in {@code sip_trunks} and {@code sip_users} and some tables beside them. The
 * tables must be there: run the scripts, or {@link SchemaInitializer}.
 *
 * <p>Each writing is one transaction:
 *
 * <ol>
 *   <li>lock the one row of the state, so that writers of all instances come one after the other;
 *   <li>run the changes, and note each of them;
 *   <li>if there was any, count the generation up;
 *   <li>commit.
 * </ol>
 *
 * <p>Thread-safe.
 */
public final class JdbcStore implements ProvisioningStore {

    private final Transactions transactions;
    private final Tables tables;
    private final SecretCipher cipher;
    private final Clock clock;
    private final ThreadLocal<Boolean> isWriting = new ThreadLocal<>();

    private JdbcStore(Transactions transactions, Tables tables, SecretCipher cipher, Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * A store with transactions of its own.
     *
     * @param cipher seals the secrets
     */
    public static Builder builder(DataSource dataSource, SecretCipher cipher) {
        return new Builder(dataSource, cipher);
    }

    /** The same store in a transaction of the caller, who commits it or rolls it back. */
    public ProvisioningStore joining(Connection connection) {
        return new JdbcStore(Transactions.joined(connection), tables, cipher, clock);
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        return translated(() -> transactions.reading(connection -> {
            Work work = new Work(connection);
            return reading.apply(new View(work, work.generation(false)));
        }));
    }

    @Override
    public <R> Committed<R> write(Function<? super StoreWriting, ? extends R> writing) {
        if (Boolean.TRUE.equals(isWriting.get())) {
            throw new IllegalStateException("A write inside of a write would wait for itself");
        }
        isWriting.set(true);
        try {
            return translated(() -> commit(writing));
        } finally {
            isWriting.remove();
        }
    }

    private <R> Committed<R> commit(Function<? super StoreWriting, ? extends R> writing) {
        return transactions.writing(connection -> {
            Work work = new Work(connection);
            long before = work.generation(true);
            View view = new View(work, before);
            R result = writing.apply(view);
            long after = before;
            if (view.changes.isChanged()) {
                after = before + 1;
                work.advance(after);
            }
            return new Committed<R>(result, after);
        });
    }

    @Override
    public byte[] stampKey() {
        return translated(() -> transactions.reading(connection -> HexFormat.of()
                .parseHex(new Work(connection)
                        .handle
                        .createQuery("SELECT stamp_key FROM " + tables.state())
                        .mapTo(String.class)
                        .one())));
    }

    private static <R> R translated(Supplier<R> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            // Not the exception of Jdbi itself: its message holds all that was bound.
            throw new StoreException("The database refused: " + cause.getMessage(), e.getCause());
        }
    }

    /** One connection, while a transaction lasts. */
    private final class Work {

        final Handle handle;
        final Database database;

        Work(Connection connection) {
            handle = Jdbi.open(connection);
            try {
                database = Database.of(connection);
            } catch (SQLException e) {
                throw new StoreException("The database can't be reached: " + e.getMessage(), e);
            }
        }

        long generation(boolean locked) {
            return handle.createQuery("SELECT generation FROM " + tables.state() + " WHERE id = 1"
                            + (locked ? " FOR UPDATE" : ""))
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new StoreException(
                            tables.state() + " is empty: run SchemaInitializer, or insert its one row", null));
        }

        void advance(long generation) {
            handle.createUpdate("UPDATE " + tables.state() + " SET generation = :generation WHERE id = 1")
                    .bind("generation", generation)
                    .execute();
        }
    }

    /** One state, and the changes that make the next one of it. */
    private final class View implements StoreWriting {

        private final long generation;
        private final ChangeLog changes;
        private final JdbcObjects<Trunk, TrunkSpec> trunks;
        private final JdbcObjects<SipUser, SipUserSpec> users;

        View(Work work, long generation) {
            this.generation = generation;
            changes = new ChangeLog(work.handle, tables, generation + 1, clock);
            trunks = objects(work, new TrunkMapping());
            users = objects(work, new UserMapping());
        }

        private <T extends io.sipwright.template.ProvisionedObject, S extends io.sipwright.template.ObjectSpec>
                JdbcObjects<T, S> objects(Work work, ObjectMapping<T, S> mapping) {
            return new JdbcObjects<>(
                    work.handle, work.database, tables, mapping, new RowCodec<>(mapping, cipher), changes);
        }

        @Override
        public long generation() {
            return generation;
        }

        @Override
        public JdbcObjects<Trunk, TrunkSpec> trunks() {
            return trunks;
        }

        @Override
        public JdbcObjects<SipUser, SipUserSpec> users() {
            return users;
        }
    }

    /** Settings. Not thread-safe. */
    public static final class Builder {

        private final DataSource dataSource;
        private final SecretCipher cipher;
        private String schema = "";
        private String prefix = "";
        private Clock clock = Clock.systemUTC();

        private Builder(DataSource dataSource, SecretCipher cipher) {
            this.dataSource = dataSource;
            this.cipher = cipher;
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

        /** Clock for the times of changes; that of the system by default. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        public JdbcStore build() {
            return new JdbcStore(Transactions.own(dataSource), new Tables(schema, prefix), cipher, clock);
        }
    }
}
