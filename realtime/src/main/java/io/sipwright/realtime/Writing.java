package io.sipwright.realtime;

import io.sipwright.realtime.LedgerEntry.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One call of the writer, object after object. Once there is a problem it writes nothing more, and looks on for others. */
final class Writing {

    /** Objects that are looked up, and written, together. */
    private static final int TOGETHER = 200;

    /** More problems than anyone reads are not gathered. */
    private static final int MOST_PROBLEMS = 200;

    private final Ledger ledger;
    private final PresentRows present;
    private final RowForm form;
    private final RowListener listener;
    private final Set<RowProblem> problems = new TreeSet<>();

    Writing(Ledger ledger, PresentRows present, RowForm form, RowListener listener) {
        this.ledger = ledger;
        this.present = present;
        this.form = form;
        this.listener = listener;
    }

    /**
     * A row, and whose it is.
     *
     * @param owner name of the trunk or user
     * @param row as it shall stand
     */
    private record Wanted(String owner, Row row) {

        LedgerEntry entry() {
            return new LedgerEntry(Place.of(row), owner, row.digest());
        }
    }

    /** Looks at objects before the first is written. */
    void inspect(Collection<ObjectRows> objects) {
        wanted(objects);
    }

    /** Writes objects; each lot is then shown to {@code done}. */
    void write(Stream<ObjectRows> objects, Consumer<List<ObjectRows>> done) {
        Iterator<ObjectRows> all = objects.iterator();
        List<ObjectRows> lot = new ArrayList<>();
        while (all.hasNext() && problems.size() < MOST_PROBLEMS) {
            lot.add(all.next());
            if (lot.size() == TOGETHER || !all.hasNext()) {
                write(lot);
                done.accept(lot);
                lot = new ArrayList<>();
            }
        }
        if (!problems.isEmpty()) {
            throw new RealtimeException(problems);
        }
    }

    private SortedMap<Place, Wanted> wanted(Collection<ObjectRows> objects) {
        SortedMap<Place, Wanted> wanted = new TreeMap<>();
        for (ObjectRows object : objects) {
            for (Row row : form.rows(object.sections(), problems)) {
                if (wanted.put(Place.of(row), new Wanted(object.owner(), row)) != null) {
                    problems.add(new RowProblem(
                            row.table().table(), row.key().name(), "", "two sections of one type have this name"));
                }
            }
        }
        return wanted;
    }

    private void write(List<ObjectRows> lot) {
        SortedMap<Place, Wanted> wanted = wanted(lot);
        Map<Place, LedgerEntry> ours =
                ledger.ofOwners(lot.stream().map(ObjectRows::owner).distinct().toList());
        Map<RowTable, List<String>> gone = new EnumMap<>(RowTable.class);
        ours.keySet().stream()
                .filter(place -> !wanted.containsKey(place))
                .sorted()
                .forEach(place -> gone.computeIfAbsent(place.table(), key -> new ArrayList<>())
                        .add(place.id()));
        gone.forEach(this::delete);

        Map<RowTable, List<Wanted>> byTable = new EnumMap<>(RowTable.class);
        wanted.values()
                .forEach(it -> byTable.computeIfAbsent(it.row().table(), key -> new ArrayList<>())
                        .add(it));
        byTable.forEach((table, rows) -> write(table, rows, ours));
        if (problems.isEmpty()) {
            ledger.put(wanted.values().stream()
                    .map(Wanted::entry)
                    .filter(entry -> !entry.equals(ours.get(entry.place())))
                    .toList());
        }
    }

    private void delete(RowTable table, List<String> ids) {
        if (problems.isEmpty()) {
            if (form.tables().has(table)) {
                present.delete(table, ids);
            }
            ledger.delete(table, ids);
            ids.forEach(id -> listener.removed(new Place(table, id).key()));
        }
    }

    /**
     * Writes rows of a table.
     *
     * @param ours what stands under their owners; what has another owner as yet is looked up
     */
    private void write(RowTable table, List<Wanted> rows, Map<Place, LedgerEntry> ours) {
        Map<String, Row> there =
                present.find(table, rows.stream().map(it -> it.row().id()).toList());
        Set<Place> known = known(table, there.keySet(), ours.keySet());
        List<Row> fresh = new ArrayList<>();
        List<Row> stale = new ArrayList<>();
        for (Wanted wanted : rows) {
            Row row = wanted.row();
            Row standing = there.get(row.id());
            if (standing == null) {
                fresh.add(row);
            } else if (!known.contains(Place.of(row))) {
                problems.add(new RowProblem(
                        table.table(), row.key().name(), "", "there is a row of this id that Sipwright did not write"));
            } else if (!standing.equals(row)) {
                stale.add(row);
            }
        }
        if (problems.isEmpty()) {
            present.update(table, stale);
            present.insert(table, fresh);
            stale.forEach(row -> listener.changed(row.key()));
            fresh.forEach(row -> listener.changed(row.key()));
        }
    }

    /** Those rows of a table that are ours. A section may have gone over from one object to another. */
    private Set<Place> known(RowTable table, Set<String> ids, Set<Place> ours) {
        Set<Place> known = new HashSet<>(ours);
        List<String> others = ids.stream()
                .filter(id -> !ours.contains(new Place(table, id)))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            known.addAll(ledger.ofIds(table, others).keySet());
        }
        return known;
    }
}
