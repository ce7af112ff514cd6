package io.sipwright.realtime;

import io.sipwright.realtime.LedgerEntry.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the rows of objects that a replacement of all has not met. It notes those met in a table, not in memory. */
final class Sweep {

    private static final int TOGETHER = 1000;

    private final Statements statements;
    private final Tables tables;
    private final RowForm form;
    private final PresentRows present;
    private final Ledger ledger;

    Sweep(Statements statements, Tables tables, RowForm form, PresentRows present, Ledger ledger) {
        this.statements = statements;
        this.tables = tables;
        this.form = form;
        this.present = present;
        this.ledger = ledger;
    }

    void begin() {
        statements.update("DELETE FROM " + tables.seen(), List.of());
    }

    void met(List<ObjectRows> objects) {
        statements.batch(
                statements.database().insertOnce(tables.seen(), "owner"),
                objects.stream().map(it -> List.of(it.owner())).toList());
    }

    /**
     * Deletes the rest. Page by page, and not by one statement: a database that has no statistics of a table that was empty
     * a moment ago goes through all of it for each row of the other.
     */
    void end(RowListener listener) {
        for (RowTable table : RowTable.values()) {
            Map<String, String> page = page(table, "");
            while (!page.isEmpty()) {
                List<String> gone = unmet(page);
                if (form.tables().has(table)) {
                    present.delete(table, gone);
                }
                ledger.delete(table, gone);
                gone.forEach(id -> listener.removed(new Place(table, id).key()));
                String last = "";
                for (String id : page.keySet()) {
                    last = id; // not the greatest as Java compares, but as the database does
                }
                page = page(table, last);
            }
        }
        begin();
    }

    /** Owners of the next ids behind one, in the order of the database. */
    private Map<String, String> page(RowTable table, String behind) {
        Map<String, String> owners = new LinkedHashMap<>();
        Database database = statements.database();
        statements.query(
                "SELECT table_name, id, owner FROM " + tables.ledger() + " WHERE " + database.behind("table_name", "id")
                        + " LIMIT " + TOGETHER + database.current(),
                List.of(table.table(), behind),
                row -> {
                    if (row.getString(1).equals(table.table())) {
                        owners.put(row.getString(2), row.getString(3));
                    }
                });
        return owners;
    }

    private List<String> unmet(Map<String, String> page) {
        Set<String> met = new HashSet<>();
        Set<String> owners = new TreeSet<>(page.values());
        statements.lookup("owner", tables.seen(), "", "owner", owners, row -> met.add(row.getString(1)));
        return page.entrySet().stream()
                .filter(row -> !met.contains(row.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
