package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.StoreException.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The network between us and a real PostgreSQL breaks at the moment of the COMMIT. */
@Timeout(60)
class CutCommitTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOutcomeIsUnknownAndIsFoundOutAfterwards(boolean delivered) throws IOException, SQLException {
        TestTables tables = TestDatabase.POSTGRESQL.newTables();
        PGSimpleDataSource direct = (PGSimpleDataSource) tables.dataSource;
        try (CuttingProxy proxy = new CuttingProxy(direct.getPortNumbers()[0]);
                HikariDataSource pool = TestTables.pool(through(proxy, direct), 1)) {
            JdbcStore store = tables.store(pool);
            Writes.insert(store, "alice");
            proxy.cutAt("COMMIT", delivered);

            Writes.failure(Reason.OUTCOME_UNKNOWN, () -> Writes.insert(store, "bob"));

            // The server may still be at it when the client has given up; its lock on the state tells.
            assertThat(hasBobSoon(store, delivered)).isEqualTo(delivered);
            tables.contents().assertWhole();
            Writes.insert(store, "carol");
        }
    }

    private static boolean hasBobSoon(JdbcStore store, boolean expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (Writes.has(store, "bob") != expected && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        return Writes.has(store, "bob");
    }

    private static PGSimpleDataSource through(CuttingProxy proxy, PGSimpleDataSource direct) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + direct.getDatabaseName());
        dataSource.setUser(direct.getUser());
        dataSource.setPrepareThreshold(0); // or the word COMMIT goes over the wire once in the life of a connection
        return dataSource;
    }
}
