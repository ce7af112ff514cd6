package io.sipwright.jdbc;

import io.sipwright.store.Lease;
import io.sipwright.store.NodeRegistry;
import io.sipwright.store.NodeState;
import io.sipwright.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Leases and states of nodes, each question a short transaction of its own. Times are those of the database. */
final class JdbcNodes implements NodeRegistry {

    private final OwnTransactions transactions;
    private final String table;

    JdbcNodes(OwnTransactions transactions, Tables tables) {
        this.transactions = transactions;
        this.table = tables.nodes();
    }

    private <R> R inTransaction(Function<Handle, R> work) {
        return transactions.writing(connection -> work.apply(Handles.on(connection)));
    }

    private static String now(Handle handle) {
        try {
            return Database.of(handle.getConnection()).nowMillis();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    @Override
    public Optional<Lease> acquire(String node, String owner, Duration length) {
        makeRow(node);
        return inTransaction(handle -> {
            String now = now(handle);
            int taken = handle.createUpdate("UPDATE " + table + " SET owner = :owner, fence = fence + 1, lease_until = "
                            + now + " + :length WHERE node = :node AND (owner = :owner OR lease_until < " + now + ")")
                    .bind("owner", owner)
                    .bind("length", length.toMillis())
                    .bind("node", node)
                    .execute();
            return taken == 0 ? Optional.empty() : Optional.of(new Lease(node, owner, fence(handle, node)));
        });
    }

    private long fence(Handle handle, String node) {
        return handle.createQuery("SELECT fence FROM " + table + " WHERE node = :node")
                .bind("node", node)
                .mapTo(Long.class)
                .one();
    }

    /** Two who meet a new node at once may both try; one of them is told no, and finds the row. */
    private void makeRow(String node) {
        if (this.<Boolean>inTransaction(handle -> hasRow(handle, node))) {
            return;
        }
        try {
            inTransaction(handle -> handle.createUpdate("INSERT INTO " + table
                            + " (node, owner, fence, lease_until, written_generation, verified_generation, note)"
                            + " VALUES (:node, '', 0, 0, -1, -1, '')")
                    .bind("node", node)
                    .execute());
        } catch (StoreException e) {
            if (!this.<Boolean>inTransaction(handle -> hasRow(handle, node))) {
                throw e;
            }
        }
    }

    private boolean hasRow(Handle handle, String node) {
        return handle.createQuery("SELECT COUNT(*) FROM " + table + " WHERE node = :node")
                        .bind("node", node)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    @Override
    public boolean renew(Lease lease, Duration length) {
        return change(lease, handle -> "lease_until = " + now(handle) + " + " + length.toMillis());
    }

    @Override
    public void release(Lease lease) {
        change(lease, handle -> "lease_until = 0, owner = ''");
    }

    private boolean change(Lease lease, Function<Handle, String> assignments) {
        return inTransaction(handle -> handle.createUpdate("UPDATE " + table + " SET " + assignments.apply(handle)
                                + " WHERE node = :node AND owner = :owner AND fence = :fence")
                        .bind("node", lease.node())
                        .bind("owner", lease.owner())
                        .bind("fence", lease.fence())
                        .execute()
                == 1);
    }

    @Override
    public boolean record(Lease lease, NodeState state) {
        return inTransaction(handle -> handle.createUpdate("UPDATE " + table
                                + " SET written_generation = :written, verified_generation = :verified, note = :note"
                                + " WHERE node = :node AND owner = :owner AND fence = :fence")
                        .bind("written", state.writtenGeneration())
                        .bind("verified", state.verifiedGeneration())
                        .bind("note", state.note())
                        .bind("node", lease.node())
                        .bind("owner", lease.owner())
                        .bind("fence", lease.fence())
                        .execute()
                == 1);
    }

    @Override
    public NodeState state(String node) {
        return inTransaction(handle -> handle.createQuery(
                        "SELECT written_generation, verified_generation, note FROM " + table + " WHERE node = :node")
                .bind("node", node)
                .map((row, context) -> new NodeState(row.getLong(1), row.getLong(2), row.getString(3)))
                .findOne()
                .orElse(NodeState.UNKNOWN));
    }
}
