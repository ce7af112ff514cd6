package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.NodeState;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Where the tables are, and what rights the host needs. */
abstract class JdbcSchemaContract extends JdbcRaceContract {

    private void useEverything(FreshDatabase at, DataSource connections) {
        JdbcStore used = at.store(connections, cipher).build();
        write(used, writing -> {
            writing.users().upsertAll(List.of(user("a", "1"), user("b", "1")), spec -> 1);
            writing.users().update(user("A", "2"), 1, OptionalLong.empty());
            return writing.users().delete("b", OptionalLong.empty());
        });
        write(used, writing -> writing.trunks().insert(trunk("main"), 1));
        assertThat(used.<Long>read(
                        view -> view.users().count(ObjectQuery.all().text("a").after("0"))))
                .isEqualTo(1);
        assertThat(used.<Integer>read(view -> view.users().history("a", 5).size()))
                .isEqualTo(2);
        used.reseal(count -> {});
        var lease = used.nodes().acquire("node", "a", Duration.ofMinutes(1)).orElseThrow();
        assertThat(used.nodes().record(lease, new NodeState(1, 1, ""))).isTrue();
    }

    @Test
    void a_second_start_needs_no_right_to_change_the_schema() throws SQLException {
        DataSource limited = RowsOnlyUser.of(database);
        assertThatThrownBy(() -> SchemaInitializer.of(limited, database.schema(), "never_")
                        .run())
                .as("it has no such right")
                .isInstanceOf(StoreException.class);

        SchemaInitializer.of(limited, database.schema(), database.prefix()).run();
        useEverything(database, limited);
    }

    @Test
    void tables_that_an_administrator_made_need_no_right_at_the_first_start() throws SQLException {
        FreshDatabase made = newDatabase();
        made.initializer().run(); // and no store has used them yet
        DataSource limited = RowsOnlyUser.of(made);

        SchemaInitializer.of(limited, made.schema(), made.prefix()).run();
        useEverything(made, limited);
    }

    @Test
    void tables_are_made_and_used_in_the_schema_and_with_the_prefix_that_were_named() throws SQLException {
        String name = "sw" + Long.toHexString(System.nanoTime());
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        FreshDatabase named = database.in(name, "p" + name + "_");
        FreshDatabase beside = database.in(name, "q" + name + "_");
        named.initializer().run();
        beside.initializer().run();
        named.initializer().run();
        useEverything(named, named.dataSource());
        new Consistency(named).check(named.store(pool, cipher).build());

        assertThat(beside.store(pool, cipher).build().<Long>read(StoreView::generation))
                .isZero();
        assertThat(generation()).isZero();
        List<String> expected = new ArrayList<>();
        for (String prefix : List.of(named.prefix(), beside.prefix())) {
            for (String table : List.of("changes", "names", "nodes", "schema", "state", "trunks", "users")) {
                expected.add(name + "." + prefix + "sip_" + table);
            }
        }
        assertThat(tablesOf(name)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<String> tablesOf(String name) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_schema, table_name FROM"
                        + " information_schema.tables WHERE LOWER(table_name) LIKE '%" + name + "%'")) {
            while (rows.next()) {
                tables.add((rows.getString(1) + "." + rows.getString(2)).toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    @Test
    void the_script_can_be_run_by_hand() throws SQLException {
        FreshDatabase empty = newDatabase();
        String script = empty.initializer().ddl();
        assertThat(script).doesNotContain("${");
        try (Connection connection = empty.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        useEverything(empty, empty.dataSource());
        new Consistency(empty).check(empty.store(empty.dataSource(), cipher).build());
    }
}
