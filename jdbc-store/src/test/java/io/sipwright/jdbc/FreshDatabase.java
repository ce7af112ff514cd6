package io.sipwright.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database for one test, without tables.
 *
 * @param dataSource of one who may do everything; each connection is a new one
 * @param schema in which the tables are to be; empty for that of the connections
 * @param prefix of the tables, which no other test has
 * @param as connections of a user with a password; the user must have been made
 */
record FreshDatabase(DataSource dataSource, String schema, String prefix, BiFunction<String, String, DataSource> as) {

    static FreshDatabase h2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        // Only an administrator may have it outlive its last connection.
        return new FreshDatabase(
                h2(url + ";DB_CLOSE_DELAY=-1", "sa", ""), "", "", (user, password) -> h2(url, user, password));
    }

    private static DataSource h2(String url, String user, String password) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    static FreshDatabase postgreSql() {
        return new FreshDatabase(
                PostgreSqlServer.dataSource(),
                PostgreSqlServer.SCHEMA,
                PostgreSqlServer.newPrefix(),
                PostgreSqlServer::dataSource);
    }

    static FreshDatabase mariaDb() {
        return new FreshDatabase(MariaDbServer.dataSource(), "", MariaDbServer.newPrefix(), MariaDbServer::dataSource);
    }

    FreshDatabase in(String otherSchema, String otherPrefix) {
        return new FreshDatabase(dataSource, otherSchema, otherPrefix, as);
    }

    Tables tables() {
        return new Tables(schema, prefix);
    }

    /** A pool, which whoever asks for it closes. */
    HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    SchemaInitializer initializer() {
        return SchemaInitializer.of(dataSource, schema, prefix);
    }

    /** A store on the tables, which must be there. */
    JdbcStore.Builder store(DataSource connections, TinkSecretCipher cipher) {
        return JdbcStore.builder(connections, cipher).schema(schema).tablePrefix(prefix);
    }
}
