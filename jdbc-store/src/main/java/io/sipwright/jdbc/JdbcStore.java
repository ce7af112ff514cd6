package io.sipwright.jdbc;

import io.sipwright.secret.SecretCipher;
import io.sipwright.store.AfterCommit;
import io.sipwright.store.NodeRegistry;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.template.TemplateCatalog;
import java.sql.Connection;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Keeps everything in the host's database, in {@code sip_trunks} and {@code sip_users} and some tables beside them. The
 * tables must be there: run the scripts, or {@link SchemaInitializer}.
 *
 * <p>Each writing is one transaction:
 *
 * <ol>
 *   <li>lock the one row of the state, so that writers of all instances come one after the other;
 *   <li>run the changes, and note each of them with who did it and the state it left;
 *   <li>if there was any, count the generation up;
 *   <li>commit.
 * </ol>
 *
 * <p>A transaction that the database ended in favour of another (a deadlock with statements of the host) is run again, a
 * few times. A thread that is interrupted goes on as the driver does: most drivers wait to the end, and a pool that is
 * waited for gives up at once ({@code UNREACHABLE}). Messages of exceptions hold no values of rows. Thread-safe.
 */
public final class JdbcStore implements ProvisioningStore {

    private final Transactions transactions;
    private final OwnTransactions own;
    private final StateRow stateRow;
    private final Settings settings;
    private final ThreadLocal<Boolean> isWriting = new ThreadLocal<>();

    /** What all sessions of a store have in common. */
    private record Settings(Tables tables, SecretCipher cipher, Clock clock) {

        JdbcSession session(Connection connection) {
            return new JdbcSession(connection, tables, cipher, clock);
        }
    }

    private JdbcStore(Transactions transactions, OwnTransactions own, StateRow stateRow, Settings settings) {
        this.transactions = transactions;
        this.own = own;
        this.stateRow = stateRow;
        this.settings = settings;
    }

    /**
     * A store with transactions of its own.
     *
     * @param cipher seals the secrets
     */
    public static Builder builder(DataSource dataSource, SecretCipher cipher) {
        return new Builder(dataSource, cipher);
    }

    /**
     * The same store in a transaction of the caller, who commits it or rolls it back. Tasks for {@link #afterCommit} are
     * dropped, because no one says when that is: the caller applies after the commit, or lets the next round do it.
     */
    public ProvisioningStore joining(Connection connection) {
        return joining(connection, task -> {});
    }

    /**
     * The same store in a transaction of the caller, who commits it or rolls it back.
     *
     * @param afterCommit runs the tasks that wait for the commit
     */
    public ProvisioningStore joining(Connection connection, AfterCommit afterCommit) {
        return new JdbcStore(Transactions.joined(connection, afterCommit), own, stateRow, settings);
    }

    @Override
    public <R> R read(Function<? super StoreView, ? extends R> reading) {
        stateRow.require(transactions);
        return transactions.reading(connection -> {
            return reading.apply(JdbcView.reading(settings.session(connection)));
        });
    }

    @Override
    public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
        if (Boolean.TRUE.equals(isWriting.get())) {
            throw new IllegalStateException("A write inside of a write would wait for itself");
        }
        stateRow.require(transactions);
        isWriting.set(true);
        try {
            return transactions.writing(connection -> {
                JdbcSession session = settings.session(connection);
                long generation = transactions.isJoined() ? session.lockGenerationAsSeen() : session.lockGeneration();
                JdbcView view = JdbcView.writing(session, generation, actor);
                R result = writing.apply(view);
                return new Committed<R>(result, finish(session, view));
            });
        } finally {
            isWriting.remove();
        }
    }

    private static long finish(JdbcSession session, JdbcView view) {
        if (!view.isChanged()) {
            return view.generation();
        }
        session.advance(view.generation() + 1);
        return view.generation() + 1;
    }

    @Override
    public void afterCommit(Runnable task) {
        transactions.afterCommit(task);
    }

    @Override
    public NodeRegistry nodes() {
        return new JdbcNodes(own, settings.tables);
    }

    @Override
    public byte[] stampKey() {
        return stateRow.stampKey();
    }

    /**
     * Seals all secrets with the key that is used now: those that another key has sealed, and those that stand as plain
     * text, in the objects and in their history. Works in short transactions; if it is broken off, the next call goes on
     * where it was. Versions and generation stay.
     *
     * @param progress told how many rows were sealed anew so far
     * @return how many rows were sealed anew
     * @throws io.sipwright.secret.SecretCipherException if a secret can't be opened; what was done until then stays
     * @throws StoreException if the database can't be reached; what was done until then stays
     */
    public long reseal(LongConsumer progress) {
        stateRow.require(own);
        return new Resealing(own, settings::session).run(progress);
    }

    /**
     * Takes rows over that were in the tables before there was a store.
     *
     * @param catalog of the templates that these rows may name
     */
    public Adoption adoption(TemplateCatalog catalog) {
        return new Adoption(own, settings::session, catalog);
    }

    /** Settings. Not thread-safe. */
    public static final class Builder {

        private final DataSource dataSource;
        private final SecretCipher cipher;
        private String schema = "";
        private String prefix = "";
        private Clock clock = Clock.systemUTC();
        private CallerTransaction callerTransaction = CallerTransaction.none();

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

        /** Clock for the times of changes; that of the system by default. Leases use the clock of the database. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** How to find out that a caller is in a transaction already; by default, no caller is. */
        public Builder callerTransaction(CallerTransaction value) {
            callerTransaction = value;
            return this;
        }

        /** A store; the database is not asked for anything yet. */
        public JdbcStore build() {
            OwnTransactions own = new OwnTransactions(dataSource);
            Tables tables = new Tables(schema, prefix);
            return new JdbcStore(
                    Transactions.joining(callerTransaction, own),
                    own,
                    new StateRow(own, tables, cipher),
                    new Settings(tables, cipher, clock));
        }
    }
}
