package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.SecretCipherException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can write to the database can't make one secret out of another. */
@Timeout(60)
class TamperedSecretTest {

    private static final String KEYSET = TinkKeysets.create();
    private static final String NEXT_KEYSET = TinkKeysets.promote(TinkKeysets.addKey(KEYSET));

    private final TestTables tables = TestDatabase.H2.newTables();
    private final JdbcStore store = tables.store(tables.dataSource, TinkSecretCipher.ofKeyset(KEYSET));

    @BeforeEach
    void insert() {
        Writes.insert(store, "alice");
        Writes.insert(store, "mallory");
        Writes.changeSecret(store, "alice", "another-Zr9xTm4-Vk7");
        store.write(writing -> writing.trunks().insert(Writes.trunk("carrier", Writes.SECRET), 1));
    }

    private void isRefused(String sql, String place) throws SQLException {
        tables.execute(sql);

        assertThatThrownBy(() -> {
                    if (place.startsWith("trunk/")) {
                        store.read(view -> view.trunks().find("carrier"));
                    } else if (place.contains("@")) {
                        store.read(view -> view.users().history("alice", 10));
                    } else {
                        store.read(view -> view.users().find("alice"));
                    }
                })
                .isInstanceOf(SecretCipherException.class)
                .hasMessageContaining(place)
                .hasMessageNotContaining(Writes.SECRET);
        assertThatThrownBy(() -> withNewKey().reseal(rows -> {}))
                .isInstanceOf(SecretCipherException.class)
                .hasMessageContaining(place);
        assertThat(Writes.secret(withNewKey(), "mallory")).isEqualTo(Writes.SECRET);
    }

    /** Whoever exchanges the key must not seal anew what was tampered with. */
    private JdbcStore withNewKey() {
        return tables.store(tables.dataSource, TinkSecretCipher.ofKeyset(NEXT_KEYSET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONCAT(LEFT(secret, 30), 'AAAA', SUBSTRING(secret, 35))",
                "LEFT(secret, 40)",
                "'sealed:tink1:AA=='",
                "'sealed:tink1:'",
                "'sealed:tink1:no base64'",
                "'sealed:other:AAAA'",
                "CONCAT(secret, 'AAAA')",
                "'sealed:'"
            })
    void aChangedOneIsRefused(String value) throws SQLException {
        isRefused("UPDATE sip_users SET secret = " + value + " WHERE username = 'alice'", "user/alice/secret");
    }

    @Test
    void oneOfAnotherRowIsRefused() throws SQLException {
        isRefused(
                "UPDATE sip_users SET secret = (SELECT secret FROM sip_users WHERE username = 'mallory')"
                        + " WHERE username = 'alice'",
                "user/alice/secret");
    }

    @Test
    void oneOfAnotherColumnIsRefused() throws SQLException {
        isRefused("UPDATE sip_users SET secret = overrides WHERE username = 'alice'", "user/alice/secret");
    }

    @Test
    void oneOfAnotherKindIsRefused() throws SQLException {
        isRefused(
                "UPDATE sip_trunks SET password = (SELECT secret FROM sip_users WHERE username = 'mallory')",
                "trunk/carrier/password");
    }

    @Test
    void overridesOfAnotherRowAreRefused() throws SQLException {
        isRefused(
                "UPDATE sip_users SET overrides = (SELECT overrides FROM sip_users WHERE username = 'mallory')"
                        + " WHERE username = 'alice'",
                "user/alice/overrides");
    }

    @Test
    void aStateOfTheHistoryInThePlaceOfAnotherIsRefused() throws SQLException {
        isRefused(
                "UPDATE sip_changes SET state = (SELECT state FROM sip_changes WHERE generation = 1)"
                        + " WHERE generation = 3",
                "user/alice@3/secret");
    }

    @Test
    void aHistoryOfAnotherObjectIsRefused() throws SQLException {
        isRefused(
                "UPDATE sip_changes SET state = (SELECT state FROM sip_changes WHERE name = 'mallory')"
                        + " WHERE generation = 3",
                "user/alice@3/secret");
    }

    /** An old password that was exchanged must not come back as the present one. */
    @Test
    void aSecretOfTheHistoryIsNoPresentOne() throws SQLException {
        isRefused(
                "UPDATE sip_users SET secret = (SELECT REGEXP_SUBSTR(state, 'sealed:tink1:[A-Za-z0-9+/=]*')"
                        + " FROM sip_changes WHERE generation = 1) WHERE username = 'alice'",
                "user/alice/secret");
    }
}
