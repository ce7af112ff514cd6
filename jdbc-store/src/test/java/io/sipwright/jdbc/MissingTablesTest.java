package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No one has run the scripts, or not all of them. */
@Timeout(60)
class MissingTablesTest {

    @ParameterizedTest
    @EnumSource
    void everyCallSaysWhatToDoAndWorksOnceItIsDone(TestDatabase database) throws SQLException {
        TestTables tables = database.newTablesNotMade();
        JdbcStore store = tables.store();

        saysWhatToDo(() -> Writes.generation(store));
        saysWhatToDo(() -> Writes.insert(store, "alice"));
        saysWhatToDo(store::stampKey);
        saysWhatToDo(() -> store.nodes().acquire("node", "me", Duration.ofSeconds(1)));
        saysWhatToDo(() -> store.reseal(rows -> {}));

        SchemaInitializer.of(tables.dataSource, "", tables.prefix).run();
        Writes.insert(store, "alice");
        tables.contents().assertWhole();
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsLostLaterUndoesTheWholeWrite(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");
        tables.execute("ALTER TABLE " + tables.changes() + " RENAME TO " + tables.prefix + "lost");

        saysWhatToDo(() -> Writes.insert(store, "bob"));

        tables.execute("ALTER TABLE " + tables.prefix + "lost RENAME TO " + tables.changes());
        assertThat(tables.contents().assertWhole().userNames()).containsExactly("alice");
        Writes.insert(store, "bob");
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatIsMissingIsSaidToo(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");
        tables.execute("ALTER TABLE " + tables.users() + " DROP COLUMN overrides");

        saysWhatToDo(() -> Writes.insert(store, "bob"));
    }

    @ParameterizedTest
    @EnumSource
    void aStateThatWasEmptiedIsNotMadeUp(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store();
        Writes.insert(store, "alice");
        tables.execute("DELETE FROM " + tables.state());
        TableContents before = tables.contents();

        assertThat(catchThrowableOfType(StoreException.class, () -> Writes.insert(store, "bob"))
                        .reason())
                .isEqualTo(Reason.NOT_PREPARED);
        assertThat(tables.contents()).isEqualTo(before);
    }

    private static void saysWhatToDo(ThrowingCallable call) {
        assertThat(Writes.failure(Reason.NOT_PREPARED, call)).hasMessageContaining("run SchemaInitializer");
    }
}
