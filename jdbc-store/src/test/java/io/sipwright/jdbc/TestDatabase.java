package io.sipwright.jdbc;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases on which a fault must have the same outcome. */
enum TestDatabase {
    H2,
    POSTGRESQL,
    MARIADB;

    /** Tables that only one test uses. */
    TestTables newTables() {
        TestTables tables = newTablesNotMade();
        SchemaInitializer.of(tables.dataSource, "", tables.prefix).run();
        return tables;
    }

    /** Room for tables that are not there yet. */
    TestTables newTablesNotMade() {
        return switch (this) {
            case H2 -> new TestTables(h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), "");
            case POSTGRESQL -> new TestTables(PostgreSqlServer.dataSource(), PostgreSqlServer.newPrefix());
            case MARIADB -> new TestTables(MariaDbServer.dataSource(), MariaDbServer.newPrefix());
        };
    }

    static DataSource h2(String database) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:" + database);
        dataSource.setUser("sa");
        return dataSource;
    }

    /** Limits the time for which a connection waits for a lock. */
    String lockTimeout() {
        return switch (this) {
            case H2 -> "SET LOCK_TIMEOUT 300";
            case POSTGRESQL -> "SET lock_timeout = '300ms'";
            case MARIADB -> "SET SESSION innodb_lock_wait_timeout = 1";
        };
    }
}
