package io.sipwright.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Users of the shared MariaDB that may do less than root. */
final class MariaDbUsers {

    private MariaDbUsers() {}

    /**
     * Makes a user who may do nothing yet. The server is started without looking at rights, and is told to look at them
     * here; root keeps coming in without a password.
     */
    static synchronized DataSource make(String name, String password) throws SQLException {
        try (Connection root = MariaDbServer.dataSource().getConnection()) {
            FaultyDataSource.execute(root, "FLUSH PRIVILEGES");
            FaultyDataSource.execute(root, "ALTER USER root@localhost IDENTIFIED BY ''");
            FaultyDataSource.execute(root, "DROP USER IF EXISTS ''@localhost"); // whom everyone else would be
            FaultyDataSource.execute(
                    root, "DELETE FROM mysql.db WHERE User IN ('', 'PUBLIC')"); // who may do anything in "test"
            FaultyDataSource.execute(root, "FLUSH PRIVILEGES");
            FaultyDataSource.execute(root, "CREATE USER " + name + "@'%' IDENTIFIED BY '" + password + "'");
        }
        return MariaDbServer.dataSource(name, password);
    }
}
