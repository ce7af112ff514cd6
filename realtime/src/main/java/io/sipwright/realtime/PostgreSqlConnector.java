package io.sipwright.realtime;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Section;
import io.sipwright.secret.Secret;
import java.util.List;

/** {@code res_pgsql.conf}. Asterisk puts its values into a connection string as they are, in fields of a fixed size. */
record PostgreSqlConnector(String host, int port, String database, String user, Secret password)
        implements RealtimeConfiguration.Connector {

    /** Asterisk cuts the rest without a word. */
    private static final int MOST_BYTES = 63;

    private static final int MOST_BYTES_OF_DATABASE = 49;

    PostgreSqlConnector {
        if (host.isEmpty() || database.isEmpty() || user.isEmpty()) {
            throw new IllegalArgumentException("Host, database and user must be named");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
    }

    @Override
    public String engine() {
        return "pgsql";
    }

    @Override
    public String name() {
        return "sipwright";
    }

    @Override
    public List<String> modules() {
        return List.of("res_config_pgsql.so");
    }

    /** With the older names of the options, which every release knows. */
    @Override
    public List<GeneratedFile> files() {
        return List.of(RealtimeConfiguration.file(
                "res_pgsql.conf",
                List.of(new Section(
                        "general",
                        List.of(
                                new Option("dbhost", quoted("host", host, MOST_BYTES)),
                                new Option("dbport", Integer.toString(port)),
                                new Option("dbname", quoted("database", database, MOST_BYTES_OF_DATABASE)),
                                new Option("dbuser", quoted("user", user, MOST_BYTES)),
                                new Option("dbpass", quoted("password", password.reveal(), MOST_BYTES)),
                                new Option("requirements", "warn"))))));
    }

    /** As a value in a connection string of PostgreSQL's. */
    private static String quoted(String what, String value, int mostBytes) {
        boolean plain = value.chars().noneMatch(c -> c <= ' ' || c == '\'' || c == '\\');
        String text = plain ? value : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
        if (PjsipText.utf8Bytes(text) > mostBytes) {
            throw new IllegalArgumentException("Asterisk cuts the " + what + " of the database after " + mostBytes
                    + " bytes, quotes and backslashes for its blanks included");
        }
        return text;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
