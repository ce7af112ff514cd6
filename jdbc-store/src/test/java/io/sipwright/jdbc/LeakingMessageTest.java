package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sipwright.secret.SecretCipher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Drivers put the values of rows into their messages, PostgreSQL's all of a batch and H2 those that are too long. Whoever
 * chose plain text has chosen it for the tables, not for the log.
 */
@Timeout(60)
class LeakingMessageTest {

    @ParameterizedTest
    @EnumSource
    void aRefusedInsertDoesNotTellThePassword(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        tables.execute("ALTER TABLE " + tables.users() + " ADD CONSTRAINT " + tables.prefix
                + "short CHECK (CHAR_LENGTH(username) < 4)");

        tellsNothing(tables);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatIsTooNarrowDoesNotTellThePassword(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        String type = database == TestDatabase.MARIADB
                ? "MODIFY secret VARCHAR(5) NOT NULL"
                : database == TestDatabase.H2
                        ? "ALTER COLUMN secret SET DATA TYPE VARCHAR(5)"
                        : "ALTER COLUMN secret TYPE VARCHAR(5)";
        tables.execute("ALTER TABLE " + tables.users() + " " + type);

        tellsNothing(tables);
    }

    @ParameterizedTest
    @EnumSource
    void aLockedRowDoesNotTellThePassword(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore store = tables.store(
                FaultyDataSource.settingUp(tables.dataSource, database.lockTimeout()), SecretCipher.plainText());
        Writes.insert(store, "alice");
        try (Connection host = tables.dataSource.getConnection()) {
            host.setAutoCommit(false);
            FaultyDataSource.execute(host, "UPDATE " + tables.users() + " SET call_limit = 6");
            tellsNothing(catchThrowable(() -> Writes.changeSecret(store, "alice", "Zr9xTm4-Vk7-another")));
            host.rollback();
        }
    }

    private static void tellsNothing(TestTables tables) {
        JdbcStore store = tables.store(tables.dataSource, SecretCipher.plainText());
        tellsNothing(catchThrowable(() -> Writes.insert(store, "alice")));
        tellsNothing(catchThrowable(() -> store.write(writing -> {
            try {
                return writing.users().insert(Writes.user("alice"), 1);
            } catch (RuntimeException e) {
                tellsNothing(e); // the host's function sees it first, and may well log it
                throw e;
            }
        })));
    }

    private static void tellsNothing(Throwable failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed.toString().replaceAll("(?m)^\\s+at .*\\R", "")).doesNotContain("Zr9xTm4");
    }
}
