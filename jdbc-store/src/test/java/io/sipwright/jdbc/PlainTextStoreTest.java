package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.SecretCipher;
import io.sipwright.secret.SecretCipherException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that chose plain text, by its name, and one that comes to its senses. */
@Isolated("it looks at what all print")
@Timeout(60)
class PlainTextStoreTest {

    @Test
    void warnsOnceWhenItIsMade() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8)); // slf4j-simple asks for it at each line
        try {
            JdbcStore store = plain(TestDatabase.H2.newTables());
            Writes.insert(store, "alice");
            Writes.insert(store, "bob");
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("WARN")
                .contains("stored as plain text")
                .doesNotContain(Writes.SECRET);
    }

    @ParameterizedTest
    @EnumSource
    void takesNoCiphertextForAPassword(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore sealing = tables.store();
        JdbcStore plain = plain(tables);
        Writes.insert(sealing, "alice");
        TableContents before = tables.contents();

        assertThatThrownBy(() -> Writes.secret(plain, "alice"))
                .isInstanceOf(SecretCipherException.class)
                .hasMessageContaining("state/key_check")
                .hasMessageContaining("needs the keys");
        assertThatThrownBy(() ->
                        plain.write(writing -> writing.users().insert(Writes.user("bob", "sealed:tink1:Zr9xTm4"), 1)))
                .isInstanceOf(SecretCipherException.class);
        assertThatThrownBy(() -> plain.reseal(rows -> {})).isInstanceOf(SecretCipherException.class);
        assertThat(tables.contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void isSealedWholeByALaterStoreWithKeys(TestDatabase database) throws SQLException {
        TestTables tables = database.newTables();
        JdbcStore plain = plain(tables);
        Writes.insert(plain, "alice");
        Writes.insert(plain, "bob");
        Writes.changeSecret(plain, "alice", "another-Zr9xTm4-Vk7");
        plain.write(writing -> writing.trunks().insert(Writes.trunk("carrier", Writes.SECRET), 1));
        plain.write(writing -> writing.users().delete("bob", OptionalLong.empty()));
        assertThat(tables.contents().values()).contains(Writes.SECRET);
        JdbcStore sealing = tables.store();

        assertThat(sealing.reseal(rows -> {})).isEqualTo(2 + 5);
        assertThat(sealing.reseal(rows -> {})).isZero();

        assertThat(tables.contents().assertWhole().values())
                .noneMatch(value -> value.contains("Zr9xTm4"))
                .anyMatch(value -> value.contains("sealed:tink1:"));
        assertThat(Writes.generation(sealing)).isEqualTo(5);
        assertThat(Writes.secret(sealing, "alice")).isEqualTo("another-Zr9xTm4-Vk7");
        assertThat(sealing.<Integer>read(view -> view.users().history("bob", 9).size()))
                .isEqualTo(2);
        assertThatThrownBy(() -> Writes.secret(plain, "alice")).isInstanceOf(SecretCipherException.class);
    }

    private static JdbcStore plain(TestTables tables) {
        return tables.store(tables.dataSource, SecretCipher.plainText());
    }
}
