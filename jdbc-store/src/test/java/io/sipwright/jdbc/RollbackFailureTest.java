package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rollback that does not come through must not turn into a commit. */
@Timeout(60)
class RollbackFailureTest {

    @ParameterizedTest
    @EnumSource
    void nothingIsWrittenWhenTheRollbackFailsToo(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        Writes.insert(tables.store(), "alice");
        TableContents before = tables.contents();
        FaultyDataSource faulty = new FaultyDataSource(tables.dataSource)
                .instead(FaultyDataSource.Call.STATEMENT, "sip_changes", 1, FaultyDataSource.Fault.of("08006"))
                .instead(FaultyDataSource.Call.ROLLBACK, "", 1, FaultyDataSource.Fault.of("08006"));
        JdbcStore store = tables.store(faulty.dataSource());

        Writes.failure(Reason.UNREACHABLE, () -> Writes.insert(store, "bob"));

        // setAutoCommit(true) in the middle of a transaction commits it, says JDBC
        assertThat(tables.contents()).isEqualTo(before);
        Writes.insert(store, "bob");
        tables.contents().assertWhole();
    }
}
