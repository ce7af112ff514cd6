package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thread is interrupted while it writes. A store does not look at interrupts: the write ends as it would have ended, or
 * as a driver or pool that does look makes it fail; nothing is half-written, and the thread still knows that it was
 * interrupted.
 */
@Timeout(60)
class InterruptedWriteTest {

    private volatile boolean stillInterrupted;

    @ParameterizedTest
    @EnumSource
    void anInterruptInTheMiddleLosesNothing(TestDatabase database) throws Exception {
        TestTables tables = database.newTables();
        try (HikariDataSource pool = tables.pool(2)) {
            JdbcStore store = tables.store(pool);
            Writes.insert(store, "alice");

            Throwable failure = inThread(
                            new CountDownLatch(0),
                            () -> store.write(writing -> {
                                Thread.currentThread().interrupt();
                                return writing.users().insert(Writes.user("bob"), 1);
                            }))
                    .get(30, TimeUnit.SECONDS);

            isWholeAndUsable(tables, store, failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriterThatWaitsForAnotherEndsWithTheWaitAtTheLatest(TestDatabase database) throws Exception {
        TestTables tables = database.newTables();
        try (HikariDataSource pool =
                TestTables.pool(FaultyDataSource.settingUp(tables.dataSource, longer(database)), 2)) {
            JdbcStore store = tables.store(pool);
            Writes.insert(store, "alice");
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<@Nullable Throwable> writer;
            try (Connection host = tables.dataSource.getConnection()) {
                host.setAutoCommit(false);
                FaultyDataSource.execute(host, "UPDATE " + tables.state() + " SET generation = generation");
                writer = inThread(begun, () -> {
                    Thread.currentThread().interrupt();
                    Writes.insert(store, "bob");
                });
                assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
                host.commit();
            }

            Throwable failure = writer.get(30, TimeUnit.SECONDS);
            stillInterrupted |= database == TestDatabase.H2; // which forgets it when it waits for a lock
            isWholeAndUsable(tables, store, failure);
        }
    }

    /** A pool that makes threads wait lets them go when they are interrupted. */
    @ParameterizedTest
    @EnumSource
    void aWriterThatWaitsForAConnectionIsLetGo(TestDatabase database) throws Exception {
        TestTables tables = database.newTables();
        try (HikariDataSource pool = tables.pool(1)) {
            JdbcStore store = tables.store(pool);
            Writes.insert(store, "alice");
            Throwable failure;
            try (Connection held = pool.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                failure = inThread(new CountDownLatch(0), () -> {
                            Thread.currentThread().interrupt();
                            Writes.insert(store, "bob");
                        })
                        .get(10, TimeUnit.SECONDS);
            }

            assertThat(failure)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("nterrupted")
                    .extracting("reason")
                    .isIn(StoreException.Reason.BUSY, StoreException.Reason.UNREACHABLE);
            isWholeAndUsable(tables, store, failure);
        }
    }

    private static String longer(TestDatabase database) {
        return switch (database) {
            case H2 -> "SET LOCK_TIMEOUT 10000";
            case POSTGRESQL -> "SET lock_timeout = '10s'";
            case MARIADB -> "SET SESSION innodb_lock_wait_timeout = 10";
        };
    }

    private interface Work {
        void run();
    }

    /** The failure of some work; null when there was none. */
    private CompletableFuture<@Nullable Throwable> inThread(CountDownLatch begun, Work work) {
        CompletableFuture<@Nullable Throwable> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            begun.countDown();
            Throwable failure = catchThrowable(work::run);
            stillInterrupted = Thread.currentThread().isInterrupted();
            outcome.complete(failure);
        });
        thread.setDaemon(true);
        thread.start();
        return outcome;
    }

    private void isWholeAndUsable(TestTables tables, JdbcStore store, @Nullable Throwable failure) throws SQLException {
        if (failure != null) {
            assertThat(failure).isInstanceOf(StoreException.class);
        }
        assertThat(stillInterrupted).isTrue();
        assertThat(tables.contents().assertWhole().generation()).isEqualTo(failure == null ? 2 : 1);
        Writes.insert(store, "carol");
        tables.contents().assertWhole();
    }
}
