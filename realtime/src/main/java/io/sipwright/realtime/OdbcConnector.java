package io.sipwright.realtime;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.secret.Secret;
import java.util.List;

/** {@code res_odbc.conf} for Asterisk, and {@code odbc.ini} for the driver, which tells the two apart. */
record OdbcConnector(String driver, String host, int port, String database, String user, Secret password)
        implements RealtimeConfiguration.Connector {

    private static final String NAME = "sipwright";

    /** Connections at the same time; with one, all requests of a node wait for each other. */
    private static final String CONNECTIONS = "20";

    OdbcConnector {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        for (String value : List.of(driver, host, database)) {
            // There is no escape in odbc.ini.
            if (!value.matches("[A-Za-z0-9_./:-][A-Za-z0-9_./: -]*")) {
                throw new IllegalArgumentException(
                        "Driver, host and database are named by letters, digits, '_', '.', '/', ':', '-' and blanks");
            }
        }
    }

    @Override
    public String engine() {
        return "odbc";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> modules() {
        return List.of("res_odbc_transaction.so", "res_odbc.so", "res_config_odbc.so");
    }

    @Override
    public List<GeneratedFile> files() {
        return List.of(odbcIni(), resOdbc());
    }

    private GeneratedFile resOdbc() {
        return RealtimeConfiguration.file(
                "res_odbc.conf",
                List.of(new Section(
                        NAME,
                        List.of(
                                new Option("enabled", "yes"),
                                new Option("dsn", NAME),
                                new Option("username", user),
                                new Option("password", password.reveal()),
                                new Option("pre-connect", "yes"),
                                new Option("max_connections", CONNECTIONS)))));
    }

    private GeneratedFile odbcIni() {
        return new GeneratedFile("odbc.ini", """
                [%s]
                Driver=%s
                Server=%s
                Port=%d
                Database=%s
                Charset=utf8mb4
                """.formatted(NAME, driver, host, port, database));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
