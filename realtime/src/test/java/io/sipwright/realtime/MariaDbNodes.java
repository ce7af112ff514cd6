package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asterisk nodes that read rows of a database in MariaDB, through the driver for ODBC of their own system, as a user who may
 * only read.
 */
record MariaDbNodes(AsteriskInstallation installation, Path directory, Path driver, TestDatabase database) {

    static final String PASSWORD = "p'w; \\d\"é =x{}";

    /** As {@code odbcinst.ini} calls the driver on Debian. */
    static final String DRIVER_NAME = "MariaDB Unicode";

    private static final String DRIVER = "odbc/libmaodbc.so";

    /**
     * Of a new database.
     *
     * @param directory where unixODBC looks for its files
     * @throws org.opentest4j.TestAbortedException if there is no driver; an error if tests with Asterisk are required
     */
    static MariaDbNodes with(AsteriskInstallation installation, Path directory) {
        Optional<Path> driver = installation.library(DRIVER);
        String message =
                "No " + DRIVER + " beside " + installation + " (Debian: odbc-mariadb); .ci/asterisk unpacks it.";
        if ("required".equalsIgnoreCase(System.getProperty("sipwright.asterisk"))) {
            assertThat(driver).as(message).isPresent();
        }
        assumeTrue(driver.isPresent(), message);
        TestDatabase database = MariaDbServer.newDatabase();
        MariaDbNodes nodes = new MariaDbNodes(installation, directory, driver.orElseThrow(), database);
        String password = PASSWORD.replace("\\", "\\\\").replace("'", "''");
        database.update("CREATE USER " + nodes.account() + " IDENTIFIED BY '" + password + "'");
        database.update("GRANT SELECT ON " + database.name() + ".* TO " + nodes.account());
        nodes.write(new GeneratedFile("odbcinst.ini", "[" + DRIVER_NAME + "]\nDriver=" + nodes.driver() + "\n"));
        return nodes;
    }

    /** As statements name the user. */
    String account() {
        return "'" + user() + "'@'localhost'";
    }

    private String user() {
        return "o d\"d-" + database.name();
    }

    AsteriskServer start() {
        return builder().start();
    }

    /** With the driver by the path of its library. */
    AsteriskServer.Builder builder() {
        return builder(driver.toString());
    }

    AsteriskServer.Builder builder(String driverOrName) {
        RealtimeConfiguration configuration = RealtimeConfiguration.mariaDb(
                        driverOrName, "127.0.0.1", MariaDbServer.port(), database.name(), user(), Secret.of(PASSWORD))
                .build();
        AsteriskServer.Builder builder = AsteriskServer.builder(installation);
        for (GeneratedFile file : configuration.files()) {
            switch (file.name()) {
                case "odbc.ini" -> write(file);
                // Where unixODBC looks otherwise belongs to the machine.
                case "res_odbc.conf" ->
                    builder.file(
                            file.name(),
                            "[ENV]\nODBCINI=" + directory.resolve("odbc.ini") + "\nODBCSYSINI=" + directory + "\n\n"
                                    + file.text());
                default -> builder.file(file.name(), file.text());
            }
        }
        configuration.moduleNames().forEach(builder::module);
        return builder;
    }

    private void write(GeneratedFile file) {
        try {
            Files.writeString(directory.resolve(file.name()), file.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
