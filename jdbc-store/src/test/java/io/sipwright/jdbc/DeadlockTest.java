package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import io.sipwright.user.SipUserSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction of the host locks a user and then the state; our write locks them the other way round. */
@Timeout(60)
class DeadlockTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch stateLocked = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource
    void oneOfThemGivesWayAndOurWriteIsRunAgainFromItsStart(TestDatabase database) throws Exception {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");

        CompletableFuture<Void> write;
        boolean hostGaveWay;
        try (Connection host = tables.dataSource.getConnection()) {
            host.setAutoCommit(false);
            beTheOneThatStays(database, host, tables);
            FaultyDataSource.execute(host, "UPDATE " + tables.users() + " SET notes = 'by the host'");
            write = CompletableFuture.runAsync(() -> deactivateAlice(store));
            assertThat(stateLocked.await(20, TimeUnit.SECONDS)).isTrue();
            hostGaveWay = gaveWay(host, "UPDATE " + tables.state() + " SET generation = generation");
        }
        boolean busy = write.handle(
                        (ok, e) -> e != null && e.getCause() instanceof StoreException x && x.reason() == Reason.BUSY)
                .get(40, TimeUnit.SECONDS);

        assertThat(busy).isFalse();
        assertThat(seen).first().isEqualTo("");
        assertThat(seen).hasSize(hostGaveWay ? 1 : 2).last().isEqualTo(hostGaveWay ? "" : "by the host");
        assertThat(tables.contents().assertWhole().generation()).isEqualTo(2);
        assertThat(Writes.insert(store, "bob").version()).isEqualTo(1);
    }

    private void deactivateAlice(JdbcStore store) {
        store.write(writing -> {
            SipUserSpec alice = writing.users().find("alice").orElseThrow().spec();
            seen.add(alice.notes());
            stateLocked.countDown();
            return writing.users().update(alice.toBuilder().active(false).build(), 1, OptionalLong.empty());
        });
    }

    /** The databases choose by different rules; with this, all of them choose our write, if they let themselves be told. */
    private static void beTheOneThatStays(TestDatabase database, Connection host, TestTables tables)
            throws SQLException {
        if (database == TestDatabase.POSTGRESQL) {
            FaultyDataSource.execute(host, "SET deadlock_timeout = '40s'");
        }
        if (database == TestDatabase.MARIADB) { // it ends the one that has written less
            for (int i = 0; i < 20; i++) {
                FaultyDataSource.execute(
                        host,
                        "INSERT INTO " + tables.prefix + "sip_nodes"
                                + " (node, owner, fence, lease_until, written_generation, verified_generation, note)"
                                + " VALUES ('node" + i + "', '', 0, 0, -1, -1, '')");
            }
        }
    }

    private static boolean gaveWay(Connection host, String sql) throws SQLException {
        try {
            FaultyDataSource.execute(host, sql);
            host.commit();
            return false;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).startsWith("40");
            host.rollback();
            return true;
        }
    }
}
