package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.SecretCipherException;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.template.OptionOverride;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The caller's transaction, what stands in the tables, and a database that is not there. */
class JdbcTransactionTest {

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());
    private static final String CANARY = "canary-4711-Vq7wT2";

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcStore store = store();

    private JdbcStore store() {
        SchemaInitializer.of(pool).run();
        SchemaInitializer.of(pool).run(); // a second start
        return JdbcStore.builder(pool, CIPHER).build();
    }

    private static SipUser insert(ProvisioningStore into, String name) {
        return into.<SipUser>write(writing -> writing.users()
                        .insert(
                                SipUserSpec.builder(name, "basic_user")
                                        .extension("1001")
                                        .secret(CANARY)
                                        .override(OptionOverride.set("auth", "password", CANARY))
                                        .build(),
                                1))
                .result();
    }

    private long generation() {
        return store.<Long>read(StoreView::generation);
    }

    @Test
    void whatTheCallerRollsBackLeavesNoTrace() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            ProvisioningStore joined = store.joining(connection);
            insert(joined, "alice");
            assertThat(joined.<Boolean>read(view -> view.users().find("alice").isPresent()))
                    .isTrue();
            connection.rollback();
        }
        assertThat(generation()).isZero();
        assertThat(texts()).noneMatch(text -> text.contains("alice"));
    }

    @Test
    void whatTheCallerCommitsIsThere() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            insert(store.joining(connection), "alice");
            assertThat(connection.getAutoCommit()).isFalse();
            connection.commit();
        }
        assertThat(generation()).isEqualTo(1);
    }

    @Test
    void noSecretStandsInAnyTable() throws SQLException {
        insert(store, "alice");

        assertThat(texts()).isNotEmpty().noneMatch(text -> text.contains(CANARY));
        assertThat(store.<String>read(view -> view.users()
                        .find("alice")
                        .orElseThrow()
                        .spec()
                        .fields()
                        .text("secret")
                        .orElseThrow()))
                .isEqualTo(CANARY);
        assertThat(store.<List<OptionOverride>>read(
                        view -> view.users().find("alice").orElseThrow().spec().overrides()))
                .containsExactly(OptionOverride.set("auth", "password", CANARY));
    }

    @Test
    void aSecretThatWasCopiedToAnotherRowIsRefused() throws SQLException {
        insert(store, "alice");
        insert(store, "mallory");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE sip_users SET secret = (SELECT secret FROM sip_users WHERE username = 'alice')"
                    + " WHERE username = 'mallory'");
        }

        assertThatThrownBy(() -> store.read(view -> view.users().find("mallory")))
                .isInstanceOf(SecretCipherException.class)
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setUrl("jdbc:h2:tcp://127.0.0.1:1/nothing");

        assertThatThrownBy(() -> JdbcStore.builder(nowhere, CIPHER).build().read(StoreView::generation))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The database can't be reached");
    }

    /** Every value of every row of every table. */
    private List<String> texts() throws SQLException {
        List<String> texts = new ArrayList<>();
        for (String table : List.of("sip_users", "sip_trunks", "sip_names", "sip_changes")) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        texts.add(String.valueOf(rows.getString(i)));
                    }
                }
            }
        }
        return texts;
    }
}
