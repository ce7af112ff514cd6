package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Someone has spoilt the JSON of a row: it is said which row that is, and in the one way in which a store fails. */
@Timeout(60)
class BrokenRowTest {

    private final TestTables tables = TestDatabase.H2.newTables();
    private final JdbcStore store = tables.store();

    @Test
    void fieldsThatAreNoJsonAreRefusedByName() throws SQLException {
        Writes.insert(store, "alice");
        tables.execute("UPDATE sip_users SET field_values = '{\"display_name\": '");

        assertThat(Writes.failure(Reason.REFUSED, () -> Writes.has(store, "alice")))
                .hasMessageContaining("alice");
    }

    @Test
    void aStateOfTheHistoryThatIsNoJsonIsRefusedByName() throws SQLException {
        Writes.insert(store, "alice");
        tables.execute("UPDATE sip_changes SET state = 'no JSON'");

        assertThat(Writes.failure(
                        Reason.REFUSED, () -> store.read(view -> view.users().history("alice", 1))))
                .hasMessageContaining("alice");
        assertThat(Writes.has(store, "alice")).isTrue();
    }
}
