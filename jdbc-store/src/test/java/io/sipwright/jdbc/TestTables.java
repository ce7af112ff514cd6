package io.sipwright.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.secret.SecretCipher;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The tables of one test, and the stores on them. */
final class TestTables {

    static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    /** Each connection is a new one, and nothing goes wrong with it. */
    final DataSource dataSource;

    final String prefix;

    TestTables(DataSource dataSource, String prefix) {
        this.dataSource = dataSource;
        this.prefix = prefix;
    }

    JdbcStore store() {
        return store(dataSource);
    }

    JdbcStore store(DataSource connections) {
        return store(connections, CIPHER);
    }

    JdbcStore store(DataSource connections, SecretCipher cipher) {
        return JdbcStore.builder(connections, cipher).tablePrefix(prefix).build();
    }

    String users() {
        return prefix + "sip_users";
    }

    String trunks() {
        return prefix + "sip_trunks";
    }

    String state() {
        return prefix + "sip_state";
    }

    String changes() {
        return prefix + "sip_changes";
    }

    /** Does something behind the back of the store. */
    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            FaultyDataSource.execute(connection, sql);
        }
    }

    TableContents contents() throws SQLException {
        return TableContents.of(dataSource, prefix);
    }

    /** A pool that waits for a connection for longer than a busy machine needs to make one. */
    HikariDataSource pool(int size) {
        return pool(dataSource, size);
    }

    /** The same. */
    static HikariDataSource pool(DataSource dataSource, int size) {
        return pool(dataSource, size, 20_000);
    }

    /** A pool that gives up after so many milliseconds; to change the limit later takes effect up to half a minute later. */
    static HikariDataSource pool(DataSource dataSource, int size, long limit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(limit);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
