package io.sipwright.realtime;

import io.sipwright.ami.Inquiry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why an Asterisk does not see rows of a PostgreSQL: what its {@code res_pgsql.conf} says, held against this database. */
final class RightsCheck {

    private static final String FILE = "res_pgsql.conf";

    private final RowDatabase rows;
    private final Inquiry asterisk;
    private final Examined examined;

    RightsCheck(RowDatabase rows, Inquiry asterisk, Examined examined) {
        this.rows = rows;
        this.asterisk = asterisk;
        this.examined = examined;
    }

    /** Whether a reason was found. */
    boolean run() {
        Optional<String> user = option("dbuser");
        if (user.isEmpty()) {
            return false;
        }
        return rows.transactions().<Boolean>run(connection -> {
            Statements statements = new Statements(connection);
            return statements.database() == Database.POSTGRESQL
                    && (isOther(statements) || lacksRights(statements, user.get()) || isAway(statements, user.get()));
        });
    }

    private Optional<String> option(String name) {
        return asterisk.config(FILE, "general", name)
                .filter(it -> !it.isEmpty())
                .map(it -> unquoted(it.get(0)));
    }

    /** As in a connection string of PostgreSQL's. */
    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private boolean isOther(Statements statements) {
        List<String> here = new ArrayList<>();
        statements.query("SELECT current_database(), inet_server_port()", List.of(), row -> {
            here.add(row.getString(1));
            here.add(row.getString(2) == null ? "" : row.getString(2));
        });
        String name = option("dbname").orElse(here.get(0));
        String port = option("dbport").orElse("5432");
        boolean same = name.equals(here.get(0)) && (here.get(1).isEmpty() || port.equals(here.get(1)));
        if (!same) {
            examined.error(
                    "database-other",
                    FILE + " leads to database " + name + " at port " + port + ", and rows are written to "
                            + here.get(0) + " at port " + here.get(1),
                    "Mend " + FILE + " or the data source, and restart Asterisk.");
        }
        return !same;
    }

    private boolean lacksRights(Statements statements, String user) {
        boolean[] known = {false};
        statements.query("SELECT 1 FROM pg_roles WHERE rolname = ?", List.of(user), row -> known[0] = true);
        if (!known[0]) {
            examined.error(
                    "database-login",
                    "The database knows no user '" + user + "', as " + FILE + " names him",
                    "Create him, or mend " + FILE + " and restart Asterisk.");
            return true;
        }
        List<String> hidden = Arrays.stream(RowTable.values())
                .map(rows.tables()::of)
                .filter(table -> !mayRead(statements, user, table))
                .toList();
        if (!hidden.isEmpty()) {
            String schema = rows.tables().schema();
            examined.error(
                    "right-select",
                    "The user '" + user + "' of the database may not read " + String.join(", ", hidden),
                    "GRANT SELECT ON " + String.join(", ", hidden) + " TO " + Database.POSTGRESQL.quoted(user) + ";"
                            + (schema.isEmpty()
                                    ? ""
                                    : " GRANT USAGE ON SCHEMA " + schema + " TO " + Database.POSTGRESQL.quoted(user)
                                            + ";"));
        }
        return !hidden.isEmpty();
    }

    private boolean mayRead(Statements statements, String user, String table) {
        boolean[] may = {false};
        String schema = rows.tables().schema().isEmpty() ? "current_schema()" : "?";
        List<String> values = new ArrayList<>(List.of(user, table, user));
        if (!rows.tables().schema().isEmpty()) {
            values.add(rows.tables().schema());
        }
        statements.query(
                "SELECT has_table_privilege(CAST(? AS name), CAST(? AS text), 'SELECT')"
                        + " AND has_schema_privilege(CAST(? AS name), CAST(" + schema + " AS text), 'USAGE')",
                values,
                row -> may[0] = row.getBoolean(1));
        return may[0];
    }

    private boolean isAway(Statements statements, String user) {
        boolean[] connected = {false};
        statements.query(
                "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = ? AND pid <>"
                        + " pg_backend_pid()",
                List.of(user),
                row -> connected[0] = true);
        if (!connected[0]) {
            examined.error(
                    "database-away",
                    "Nobody is logged in to the database as '" + user
                            + "', so Asterisk is not: it can't reach it, or is"
                            + " refused, or was not restarted since " + FILE + " was changed",
                    "Compare host and password in " + FILE + ", and the server's pg_hba.conf; then restart Asterisk.");
        }
        return !connected[0];
    }
}
