package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.jdbc.JdbcStore;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.StoreView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows that the objects of a store say, held against all that stand in the tables. */
final class RowsOfStore {

    private final TestDatabase database;
    private final JdbcStore store;
    private final AsteriskVersion version;

    RowsOfStore(TestDatabase database, JdbcStore store, AsteriskVersion version) {
        this.database = database;
        this.store = store;
        this.version = version;
    }

    /** Not one is missing, too many, or says anything else; ledger and generation fit. */
    void areAllThereAre() {
        List<String> problems = new ArrayList<>();
        Map<String, Map<String, String>> wanted = new TreeMap<>();
        for (Row row : rows()) {
            wanted.put(place(row.table(), row.id()), row.values());
        }
        Map<String, Map<String, String>> present = new TreeMap<>();
        for (RowTable table : RowTable.values()) {
            read(table, present);
        }
        Stream.concat(wanted.keySet().stream(), present.keySet().stream())
                .distinct()
                .filter(place -> !wanted.getOrDefault(place, Map.of("", "missing"))
                        .equals(present.getOrDefault(place, Map.of("", "gone"))))
                .forEach(problems::add);
        assertThat(problems).as("rows that are not as they should be").isEmpty();
        assertThat(database.column("SELECT table_name || ' ' || id FROM sip_rows"))
                .as("ledger")
                .containsExactlyInAnyOrderElementsOf(wanted.keySet());
        assertThat(new Writer(database, version).drifted()).isEmpty();
        assertThat(database.column("SELECT generation FROM sip_rows_state"))
                .containsExactly(Long.toString(store.<Long>read(StoreView::generation)));
    }

    /** The sections of all objects. */
    List<Section> sections() {
        Renderer renderer = new Renderer(Rendered.CATALOG, version, Stamps.keyed(store.stampKey())).forRows(true);
        return store.read(view -> {
            List<PjsipElement> elements = new ArrayList<>();
            try (var trunks = view.trunks().stream();
                    var users = view.users().stream()) {
                trunks.forEach(trunk -> elements.addAll(renderer.trunk(trunk.spec())));
                users.forEach(user -> elements.addAll(renderer.user(user.spec())));
            }
            return elements.stream()
                    .filter(Section.class::isInstance)
                    .map(Section.class::cast)
                    .toList();
        });
    }

    private List<Row> rows() {
        try (Connection connection = database.connect()) {
            RowForm form = new RowForm(version, PresentTables.read(connection, Tables.PLAIN));
            List<RowProblem> problems = new ArrayList<>();
            List<Row> rows = form.rows(sections(), problems);
            assertThat(problems).isEmpty();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(RowTable table, Map<String, Map<String, String>> present) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table.table())) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                Map<String, String> values = new TreeMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String value = rows.getString(i);
                    if (value != null && !columns.getColumnName(i).equals(RowTable.ID)) {
                        values.put(columns.getColumnName(i), value);
                    }
                }
                present.put(place(table, rows.getString(RowTable.ID)), values);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(RowTable table, String id) {
        return table.table() + " " + id;
    }
}
