package io.sipwright.realtime;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.UnwritableException;
import io.sipwright.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The configuration with which an Asterisk node reads rows. Files stay the second place that it looks in, so that transports
 * and objects of files go on working, also while the database is down. Contacts stay where they are, in the node.
 *
 * <p>The same input gives the same bytes. Immutable and thread-safe.
 */
public final class RealtimeConfiguration {

    /** Module that makes objects of rows. */
    static final String SORCERY_MODULE = "res_sorcery_realtime.so";

    private static final Map<String, List<RowTable>> MODULES = Map.of(
            "res_pjsip", List.of(RowTable.ENDPOINTS, RowTable.AUTHS, RowTable.AORS),
            "res_pjsip_endpoint_identifier_ip", List.of(RowTable.IDENTIFIES),
            "res_pjsip_outbound_registration", List.of(RowTable.REGISTRATIONS));

    private final Tables tables;
    private final String fallback;
    private final boolean readingAll;
    private final Connector connector;

    private RealtimeConfiguration(Builder builder) {
        tables = new Tables(builder.schema, builder.prefix);
        fallback = builder.fallback;
        readingAll = builder.readingAll;
        connector = builder.connector;
    }

    /**
     * Rows in PostgreSQL.
     *
     * @param host name or address of the server
     * @param port usually 5432
     * @param database its name; at most 49 bytes, where Asterisk cuts
     * @param user who may read the tables; needs no other right
     * @throws IllegalArgumentException for what Asterisk would cut, or read as something else
     */
    public static Builder postgreSql(String host, int port, String database, String user, Secret password) {
        return new Builder(new PostgreSqlConnector(host, port, database, user, password));
    }

    /**
     * Rows in MariaDB, through ODBC.
     *
     * @param driver as {@code odbcinst.ini} names it, or the path of its library
     * @throws IllegalArgumentException for what Asterisk would read as something else
     */
    public static Builder mariaDb(String driver, String host, int port, String database, String user, Secret password) {
        return new Builder(new OdbcConnector(driver, host, port, database, user, password));
    }

    /**
     * All files, sorted by name: {@code extconfig.conf}, {@code sorcery.conf}, and one or two of the connection. Lines that
     * the first two have already for other things must be kept beside these.
     */
    public List<GeneratedFile> files() {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(file("extconfig.conf", extconfig()));
        files.addAll(connector.files());
        files.add(file("sorcery.conf", sorcery()));
        return List.copyOf(files);
    }

    /**
     * Lines for the section {@code [modules]} of {@code modules.conf} where modules are not loaded by themselves. Where they
     * are, lines with {@code noload} for the same modules have to go; Debian has such.
     */
    public String modules() {
        StringBuilder lines = new StringBuilder();
        List<String> all = new ArrayList<>(connector.modules());
        all.add(SORCERY_MODULE);
        all.forEach(module -> lines.append("load = ").append(module).append('\n'));
        return lines.toString();
    }

    /** The modules that {@link #modules()} loads, e.g. {@code res_config_pgsql.so}. */
    public List<String> moduleNames() {
        List<String> all = new ArrayList<>(connector.modules());
        all.add(SORCERY_MODULE);
        return List.copyOf(all);
    }

    /** The section of {@code sorcery.conf} that says where objects of a table are. */
    static String section(RowTable table) {
        return MODULES.entrySet().stream()
                .filter(module -> module.getValue().contains(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private List<Section> extconfig() {
        List<Option> families = new ArrayList<>();
        for (RowTable table : RowTable.values()) {
            families.add(
                    new Option(table.table(), connector.engine() + "," + connector.name() + "," + tables.of(table)));
        }
        return List.of(new Section("settings", List.copyOf(families)));
    }

    private List<Section> sorcery() {
        List<Section> sections = new ArrayList<>();
        MODULES.keySet().stream().sorted().forEach(module -> {
            List<Option> wizards = new ArrayList<>();
            for (RowTable table : MODULES.getOrDefault(module, List.of())) {
                wizards.add(new Option(table.type(), "realtime," + table.table() + limits(table)));
                wizards.add(new Option(table.type(), "config," + fallback + ",criteria=type=" + table.type()));
            }
            sections.add(new Section(module, List.copyOf(wizards)));
        });
        return sections;
    }

    /** Only of these Asterisk has more rows than it can read at once; all registrations it must read, to register. */
    private String limits(RowTable table) {
        boolean many = table == RowTable.ENDPOINTS || table == RowTable.AORS;
        return many && !readingAll ? ",allow_unqualified_fetch=no" : "";
    }

    /** Text of a file, through the gate of all configuration text. */
    static GeneratedFile file(String name, List<Section> sections) {
        try {
            return new GeneratedFile(name, PjsipWriter.toString(new PjsipDocument(List.copyOf(sections))));
        } catch (UnwritableException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** Names the files; they may hold a password. */
    @Override
    public String toString() {
        return "RealtimeConfiguration" + files();
    }

    /** How Asterisk reaches the database. */
    interface Connector {

        /** As {@code extconfig.conf} calls it. */
        String engine();

        /** Of the connection, there. */
        String name();

        List<String> modules();

        List<GeneratedFile> files();
    }

    /** What is usual can be left out. Not thread-safe. */
    public static final class Builder {

        private final Connector connector;
        private String schema = "";
        private String prefix = "";
        private String fallback = "pjsip.conf";
        private boolean readingAll = true;

        private Builder(Connector connector) {
            this.connector = connector;
            connector.files(); // refuses now what can't be written
        }

        /** The schema of the tables; by default that of the connection. */
        public Builder schema(String value) {
            schema = value;
            return this;
        }

        /** What the names of all tables begin with; by default nothing. */
        public Builder tablePrefix(String value) {
            prefix = value;
            return this;
        }

        /** The file with the objects that are no rows; by default {@code pjsip.conf}. */
        public Builder fallback(String file) {
            if (!file.matches("[A-Za-z0-9_./-]+")) {
                throw new IllegalArgumentException("A file is named by letters, digits, '.', '_', '-' and '/'");
            }
            fallback = file;
            return this;
        }

        /**
         * Whether Asterisk may read all endpoints and aors at once, as it does when it starts, when it reloads, and when a new
         * user registers first; by default it may. Beyond some ten thousand users that takes minutes. Without it, nothing that
         * Asterisk does takes longer the more users there are, but it does not know the device states of users, does not qualify
         * contacts after a start until they register again, and lists no endpoints.
         */
        public Builder readingAll(boolean value) {
            readingAll = value;
            return this;
        }

        public RealtimeConfiguration build() {
            return new RealtimeConfiguration(this);
        }
    }
}
