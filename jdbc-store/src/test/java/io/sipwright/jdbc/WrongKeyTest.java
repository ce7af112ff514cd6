package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.SecretCipherException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that was given another keyset than the one its tables were sealed with. */
@Timeout(60)
class WrongKeyTest {

    private final TestTables tables = TestDatabase.H2.newTables();
    private final JdbcStore right = tables.store();
    private final JdbcStore wrong = tables.store(tables.dataSource, TinkSecretCipher.ofKeyset(TinkKeysets.create()));

    @BeforeEach
    void insertAlice() {
        Writes.insert(right, "alice");
    }

    @Test
    void failsClosedAndNamesThePlace() throws SQLException {
        TableContents before = tables.contents();

        assertThatThrownBy(() -> Writes.secret(wrong, "alice"))
                .isInstanceOf(SecretCipherException.class)
                .hasMessageContaining("state/key_check");
        assertThatThrownBy(() -> wrong.read(view -> view.users().history("alice", 1)))
                .isInstanceOf(SecretCipherException.class);
        assertThatThrownBy(() -> wrong.read(view -> view.users().stream().toList()))
                .isInstanceOf(SecretCipherException.class);
        assertThatThrownBy(() -> Writes.changeSecret(wrong, "alice", Writes.SECRET))
                .isInstanceOf(SecretCipherException.class);
        assertThatThrownBy(() -> wrong.reseal(rows -> {})).isInstanceOf(SecretCipherException.class);

        assertThat(tables.contents()).isEqualTo(before);
        assertThat(Writes.secret(right, "alice")).isEqualTo(Writes.SECRET);
    }

    /** Or the stores that have the right key can't read the new object, and none of them writes files any more. */
    @Test
    void doesNotSealNewSecretsBesideThoseItCantOpen() throws SQLException {
        TableContents before = tables.contents();

        assertThatThrownBy(() -> Writes.insert(wrong, "bob")).isInstanceOf(SecretCipherException.class);

        assertThat(tables.contents()).isEqualTo(before);
        assertThat(right.<Long>read(view -> view.users().stream().count())).isEqualTo(1);
    }
}
