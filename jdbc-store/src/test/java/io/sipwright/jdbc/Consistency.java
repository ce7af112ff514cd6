package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.Change;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoredObjects;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Whether rows, names, changes and the generation tell the same story. */
final class Consistency {

    private final DataSource dataSource;
    private final Tables tables;

    Consistency(FreshDatabase database) {
        this.dataSource = database.dataSource();
        this.tables = database.tables();
    }

    /** Every value of every row of every table. */
    List<String> everything() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                tables.users(), tables.trunks(), tables.names(), tables.changes(), tables.state(), tables.nodes())) {
            rows("SELECT * FROM " + table + " ORDER BY 1").forEach(row -> rows.add(table + row));
        }
        return rows;
    }

    private List<List<String>> rows(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Fails where they contradict each other. Reads through a store what is sealed. */
    void check(ProvisioningStore store) throws SQLException {
        List<List<String>> named = new ArrayList<>();
        rows("SELECT username FROM " + tables.users()).forEach(row -> named.add(name("USER", row.get(0))));
        rows("SELECT trunk_name FROM " + tables.trunks()).forEach(row -> named.add(name("TRUNK", row.get(0))));
        named.addAll(store.read(Consistency::sections));
        assertThat(rows("SELECT kind, name_key, name FROM " + tables.names()))
                .containsExactlyInAnyOrderElementsOf(named);

        store.read(view -> {
            checkChanges(view);
            checkObjects(view, ObjectKind.USER, view.users());
            checkObjects(view, ObjectKind.TRUNK, view.trunks());
            return 0;
        });
    }

    private static List<List<String>> sections(StoreView view) {
        List<List<String>> sections = new ArrayList<>();
        try (var users = view.users().stream();
                var trunks = view.trunks().stream()) {
            users.forEach(user -> add(sections, "USER_PART", user.spec()));
            trunks.forEach(trunk -> add(sections, "TRUNK_PART", trunk.spec()));
        }
        return sections;
    }

    private static void add(List<List<String>> sections, String kind, ObjectSpec spec) {
        spec.explicitSectionNames()
                .forEach(name -> sections.add(List.of(kind, name.toLowerCase(Locale.ROOT), spec.name())));
    }

    private static List<String> name(String kind, String name) {
        return List.of(kind, name.toLowerCase(Locale.ROOT), name);
    }

    private static List<Change> changes(StoreView view) {
        try (var changes = view.changesSince(0)) {
            return changes.toList();
        }
    }

    /** Each generation has changes, and no change has another generation. */
    private static void checkChanges(StoreView view) {
        List<Long> generations = new ArrayList<>();
        for (long i = 1; i <= view.generation(); i++) {
            generations.add(i);
        }
        assertThat(changes(view).stream().map(Change::generation).distinct()).isEqualTo(generations);
    }

    /** What the changes lead to is what is there. */
    private static <T extends ProvisionedObject> void checkObjects(
            StoreView view, ObjectKind kind, StoredObjects<T> objects) {
        Map<String, Long> versions = new TreeMap<>();
        for (Change change : changes(view)) {
            if (change.kind() == kind) {
                Long before = versions.remove(change.name().toLowerCase(Locale.ROOT));
                boolean created = change.action() == Change.Action.CREATED;
                assertThat(before == null).as("%s", change).isEqualTo(created);
                if (change.action() != Change.Action.DELETED) {
                    assertThat(change.version()).isEqualTo(before == null ? 1 : before + 1);
                    versions.put(change.name().toLowerCase(Locale.ROOT), change.version());
                }
            }
        }
        Map<String, Long> present = new TreeMap<>();
        try (var all = objects.stream()) {
            all.forEach(object -> {
                present.put(object.name().toLowerCase(Locale.ROOT), object.version());
                assertThat(objects.history(object.name(), 1).get(0).object()).isEqualTo(object);
            });
        }
        assertThat(present).isEqualTo(versions);
    }
}
