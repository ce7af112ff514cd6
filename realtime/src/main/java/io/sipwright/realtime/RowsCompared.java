package io.sipwright.realtime;

import io.sipwright.realtime.LedgerEntry.Place;
import io.sipwright.render.Stamps;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether the rows say all that is stored, and nothing else. All of them are read; only what differs is looked at once more,
 * for it may have changed between the look at the store and that at the rows.
 */
final class RowsCompared {

    private static final int TOGETHER = 200;
    private static final int PAGE = 1000;
    private static final int LOOKS = 3;

    /** More than anyone reads are not looked at again. */
    private static final int MOST = 1000;

    private static final int SHOWN = 5;

    private final RowDatabase rows;
    private final Rendering rendering;

    RowsCompared(RowDatabase rows, Rendering rendering) {
        this.rows = rows;
        this.rendering = rendering;
    }

    /**
     * What is not as it should be.
     *
     * @param text in a sentence
     * @param blocks whether it does not go away by applying what is stored
     */
    record Difference(String text, boolean blocks) {}

    /** Empty if all is as it should be. */
    Optional<Difference> look() {
        return rows.transactions().run(connection -> {
            Look look = new Look(connection);
            Optional<Difference> unfit = look.unfit();
            if (unfit.isPresent()) {
                return unfit;
            }
            SortedMap<String, Difference> found = look.all();
            for (int again = 1; again < LOOKS && !found.isEmpty() && found.size() <= MOST; again++) {
                found = look.some(found.keySet());
            }
            return summary(found.values());
        });
    }

    private static Optional<Difference> summary(Collection<Difference> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        // What has to be mended by hand comes first.
        List<String> texts = new ArrayList<>();
        found.stream().filter(Difference::blocks).forEach(it -> texts.add(it.text()));
        boolean blocks = !texts.isEmpty();
        if (!blocks) {
            found.forEach(it -> texts.add(it.text()));
        }
        String more = texts.size() > SHOWN ? "; and " + (texts.size() - SHOWN) + " more" : "";
        return Optional.of(new Difference(
                String.join("; ", texts.subList(0, Math.min(SHOWN, texts.size()))) + more, blocks));
    }

    /** Over one connection, of which each statement sees what has been committed. */
    private final class Look {

        private final Statements statements;
        private final PresentTables tables;
        private final RowForm form;
        private final PresentRows present;
        private final Ledger ledger;

        Look(Connection connection) {
            statements = new Statements(connection);
            tables = PresentTables.read(connection, rows.tables());
            form = new RowForm(rows.version(), tables);
            present = new PresentRows(statements, rows.tables(), form);
            ledger = new Ledger(statements, rows.tables());
        }

        /** Without stamps a trunk would end its registration each time that Asterisk looks at the file and then at the row. */
        Optional<Difference> unfit() {
            for (RowTable table : RowTable.values()) {
                if (tables.find(table, Stamps.OPTION).isEmpty()) {
                    return Optional.of(new Difference(
                            "moving needs a column for stamps in "
                                    + rows.tables().of(table) + ": "
                                    + RealtimeSchema.stampColumn(statements.database(), rows.tables(), table),
                            true));
                }
            }
            return Optional.empty();
        }

        SortedMap<String, Difference> all() {
            SortedMap<String, Difference> found = new TreeMap<>();
            List<ObjectRows> lot = new ArrayList<>();
            rendering.all(object -> {
                lot.add(object);
                if (lot.size() == TOGETHER) {
                    compare(lot, found);
                    lot.clear();
                }
            });
            compare(lot, found);
            owners(found);
            return found;
        }

        SortedMap<String, Difference> some(Collection<String> names) {
            SortedMap<String, Difference> found = new TreeMap<>();
            compare(rendering.some(names), found);
            return found;
        }

        private void compare(List<ObjectRows> objects, Map<String, Difference> found) {
            if (objects.isEmpty()) {
                return;
            }
            Map<Place, LedgerEntry> ours =
                    ledger.ofOwners(objects.stream().map(ObjectRows::owner).toList());
            Map<String, Set<Place>> left = new HashMap<>();
            ours.forEach((place, entry) ->
                    left.computeIfAbsent(entry.owner(), key -> new HashSet<>()).add(place));
            Map<RowTable, Map<String, Row>> there = there(objects);
            for (ObjectRows object : objects) {
                Set<Place> rest = left.getOrDefault(object.owner(), new HashSet<>());
                List<RowProblem> problems = new ArrayList<>();
                for (Row row : form.rows(object.sections(), problems)) {
                    Place place = Place.of(row);
                    Row standing = there.getOrDefault(row.table(), Map.of()).get(row.id());
                    if (!rest.remove(place) && standing != null) {
                        found.put(object.owner(), stranger(place));
                    } else if (standing == null || !says(standing, row)) {
                        found.putIfAbsent(object.owner(), differs(object, place, standing == null));
                    }
                }
                if (!problems.isEmpty()) {
                    found.put(object.owner(), new Difference(problems.get(0).toString(), true));
                } else if (!rest.isEmpty()) {
                    found.putIfAbsent(
                            object.owner(),
                            new Difference(object.owner() + " has rows that it should not have", false));
                }
            }
        }

        private Map<RowTable, Map<String, Row>> there(List<ObjectRows> objects) {
            Map<RowTable, List<String>> ids = new HashMap<>();
            for (ObjectRows object : objects) {
                form.rows(object.sections(), new ArrayList<>())
                        .forEach(row -> ids.computeIfAbsent(row.table(), key -> new ArrayList<>())
                                .add(row.id()));
            }
            Map<RowTable, Map<String, Row>> there = new HashMap<>();
            ids.forEach((table, some) -> there.put(table, present.find(table, some)));
            return there;
        }

        private boolean says(Row standing, Row wanted) {
            Map<String, String> values = new TreeMap<>(standing.values());
            return values.remove(Stamps.OPTION) != null && values.equals(wanted.values());
        }

        private Difference stranger(Place place) {
            return new Difference(
                    place.table().table() + " [" + place.key().name()
                            + "]: there is a row of this id that Sipwright did not write",
                    true);
        }

        private Difference differs(ObjectRows object, Place place, boolean missing) {
            return new Difference(
                    object.owner()
                            + (missing ? " has no row in " : " is another in ")
                            + place.table().table(),
                    false);
        }

        /** Those that have rows, and are not there any more. */
        private void owners(Map<String, Difference> found) {
            String last = "";
            List<String> page = new ArrayList<>();
            do {
                page.clear();
                statements.query(
                        "SELECT DISTINCT owner FROM " + rows.tables().ledger()
                                + " WHERE owner > ? ORDER BY owner LIMIT " + PAGE,
                        List.of(last),
                        row -> page.add(row.getString(1)));
                for (ObjectRows object : rendering.some(page)) {
                    if (object.sections().isEmpty()) {
                        found.putIfAbsent(
                                object.owner(),
                                new Difference(object.owner() + " is gone or not active, and has rows", false));
                    }
                }
                last = page.isEmpty() ? "" : page.get(page.size() - 1);
            } while (!page.isEmpty());
        }
    }
}
