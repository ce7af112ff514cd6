package io.sipwright.realtime;

import io.sipwright.realtime.LedgerEntry.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of the rows that are ours. */
final class Ledger {

    private final Statements statements;
    private final Tables tables;

    Ledger(Statements statements, Tables tables) {
        this.statements = statements;
        this.tables = tables;
    }

    /** What stands under some owners. */
    Map<Place, LedgerEntry> ofOwners(Collection<String> owners) {
        return read("", "owner", owners);
    }

    /** Those of some ids of a table that are ours. */
    Map<Place, LedgerEntry> ofIds(RowTable table, Collection<String> ids) {
        return read("table_name = '" + table.table() + "' AND ", RowTable.ID, ids);
    }

    private Map<Place, LedgerEntry> read(String condition, String column, Collection<String> values) {
        Map<Place, LedgerEntry> found = new TreeMap<>();
        statements.lookup("table_name, id, owner, digest", tables.ledger(), condition, column, values, row -> {
            RowTable table = RowTable.ofTable(row.getString(1)).orElse(null);
            if (table != null) { // or a newer version of ours knows more tables
                Place place = new Place(table, row.getString(2));
                found.put(place, new LedgerEntry(place, row.getString(3), row.getString(4)));
            }
        });
        return found;
    }

    /** Notes entries, new ones or in the place of those that were there. */
    void put(Collection<LedgerEntry> entries) {
        statements.batch(
                statements.database().upsert(tables.ledger(), List.of("table_name", "id"), List.of("owner", "digest")),
                entries.stream()
                        .map(it ->
                                List.of(it.place().table().table(), it.place().id(), it.owner(), it.digest()))
                        .toList());
    }

    void delete(RowTable table, Collection<String> ids) {
        statements.batch(
                "DELETE FROM " + tables.ledger() + " WHERE table_name = ? AND id = ?",
                ids.stream().map(id -> List.of(table.table(), id)).toList());
    }
}
