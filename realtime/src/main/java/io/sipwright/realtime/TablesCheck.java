package io.sipwright.realtime;

import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.SectionType;
import io.sipwright.render.Stamps;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the tables are there, with all that they should have. */
final class TablesCheck {

    static final String REMEDY = "Run RealtimeSchema, or its scripts; see that schema and prefix are the right ones.";

    private final RowDatabase rows;
    private final Examined examined;

    TablesCheck(RowDatabase rows, Examined examined) {
        this.rows = rows;
        this.examined = examined;
    }

    /** Whether rows can be written at all. */
    boolean run() {
        try {
            return rows.transactions().run(this::look);
        } catch (RealtimeException e) {
            examined.failed(e);
            return false;
        }
    }

    private boolean look(Connection connection) {
        PresentTables present = PresentTables.read(connection, rows.tables());
        Statements statements = new Statements(connection);
        List<String> missing = missing(present, statements);
        if (!missing.isEmpty()) {
            examined.error("table-missing", "There is no " + String.join(", no ", missing), REMEDY);
        }
        columns(present);
        stamps(present, statements.database());
        return missing.isEmpty();
    }

    private List<String> missing(PresentTables present, Statements statements) {
        Tables tables = rows.tables();
        List<String> missing = new ArrayList<>();
        for (RowTable table : RowTable.values()) {
            if (present.of(table).isEmpty()) {
                missing.add("table " + tables.of(table));
            } else if (!present.has(table)) {
                missing.add("column id in " + tables.of(table));
            }
        }
        Set<String> there = new HashSet<>();
        String schema = tables.schema().isEmpty() ? statements.database().currentSchema() : "?";
        statements.query(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = " + schema,
                tables.schema().isEmpty() ? List.of() : List.of(tables.schema()),
                row -> there.add(row.getString(1)));
        Stream.of(tables.ledger(), tables.state(), tables.seen())
                .filter(name -> !there.contains(name.substring(name.indexOf('.') + 1)))
                .forEach(name -> missing.add("table " + name));
        return missing;
    }

    /** Columns may be missing on purpose: what needs one is refused by name. */
    private void columns(PresentTables present) {
        String missing = Arrays.stream(RowTable.values())
                .filter(present::has)
                .map(table -> columns(table, present))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) {
            examined.advice(
                    "column-missing",
                    "Options of Asterisk " + rows.version() + " have no column: " + missing,
                    "Add those that are needed; an object with such an option is refused.");
        }
    }

    private String columns(RowTable table, PresentTables present) {
        List<String> missing = PjsipSchema.of(rows.version()).type(table.type()).map(SectionType::options).stream()
                .flatMap(options -> options.keySet().stream())
                .filter(option -> !option.equals("type"))
                .filter(option -> present.find(table, option).isEmpty())
                .sorted()
                .toList();
        return missing.isEmpty() ? "" : table.table() + " " + String.join(", ", missing);
    }

    private void stamps(PresentTables present, Database database) {
        List<RowTable> without = Arrays.stream(RowTable.values())
                .filter(present::has)
                .filter(table -> present.find(table, Stamps.OPTION).isEmpty())
                .toList();
        if (without.isEmpty()) {
            return;
        }
        String names = without.stream().map(RowTable::table).collect(Collectors.joining(", "));
        String remedy = without.stream()
                        .map(table -> RealtimeSchema.stampColumn(database, rows.tables(), table) + ";")
                        .collect(Collectors.joining(" "))
                + " Otherwise say stamps(false).";
        if (rows.stamps()) {
            examined.error("stamps-missing", "There is no column for stamps in " + names, remedy);
        } else {
            examined.advice(
                    "stamps-missing",
                    "There is no column for stamps in " + names + ", so that fields are compared",
                    remedy);
        }
    }
}
