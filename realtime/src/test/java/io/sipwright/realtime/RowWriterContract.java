package io.sipwright.realtime;

import static io.sipwright.realtime.Sections.gone;
import static io.sipwright.realtime.Sections.section;
import static io.sipwright.realtime.Sections.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sipwright.realtime.RealtimeException.Reason;
import io.sipwright.reload.ObjectKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the writer promises on any database. */
abstract class RowWriterContract {

    private TestDatabase database;
    private Writer writer;

    abstract TestDatabase newDatabase();

    @BeforeEach
    void prepare() {
        database = newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        RealtimeSchema.of(database.dataSource()).run(); // again, which changes nothing
        writer = new Writer(database);
    }

    private static List<ObjectKey> keys(String name) {
        return List.of(new ObjectKey("aor", name), new ObjectKey("auth", name), new ObjectKey("endpoint", name));
    }

    @Test
    void writes_changes_and_removes_an_object() {
        assertThat(writer.write(1, user("alice", "first"), user("bob", "b")).changed())
                .hasSize(6);
        RowChanges changes = writer.write(2, user("alice", "second"));
        assertThat(changes.changed()).containsExactly(new ObjectKey("auth", "alice"));
        assertThat(changes.removed()).isEmpty();
        assertThat(database.column("SELECT password FROM ps_auths ORDER BY id")).containsExactly("second", "b");
        assertThat(writer.write(3, user("alice", "second")).changed()).isEmpty();
        changes = writer.write(4, gone("alice"));
        assertThat(changes.changed()).isEmpty();
        assertThat(changes.removed()).containsExactlyElementsOf(keys("alice"));
        assertThat(database.column("SELECT id FROM ps_endpoints")).containsExactly("bob");
        assertThat(database.column("SELECT id FROM sip_rows WHERE owner = 'alice'"))
                .isEmpty();
        assertThat(writer.generation()).isEqualTo(4);
    }

    @Test
    void an_option_that_is_gone_becomes_null() {
        writer.write(1, new ObjectRows("a", List.of(section("a", "aor", "max_contacts", "3", "mailboxes", "1@x"))));
        writer.write(2, new ObjectRows("a", List.of(section("a", "aor", "max_contacts", "3"))));
        assertThat(database.column("SELECT mailboxes FROM ps_aors")).containsExactly((String) null);
        assertThat(database.column("SELECT max_contacts FROM ps_aors")).containsExactly("3");
    }

    @Test
    void a_section_goes_over_to_another_object() {
        writer.write(1, user("old", "p"));
        RowChanges changes = writer.write(
                2, gone("old"), new ObjectRows("new", user("old", "p").sections()));
        assertThat(changes.removed()).isEmpty();
        assertThat(database.column("SELECT DISTINCT owner FROM sip_rows")).containsExactly("new");
        // And where the new owner comes first, and the old one later.
        writer.write(3, new ObjectRows("newer", user("old", "p").sections()));
        assertThat(writer.write(4, gone("new")).removed()).isEmpty();
        assertThat(database.column("SELECT id FROM ps_auths")).containsExactly("old");
    }

    @Test
    void rows_of_strangers_are_never_touched() {
        database.update("INSERT INTO ps_auths (id, password) VALUES ('bob', 'theirs')");
        database.update("INSERT INTO ps_aors (id) VALUES ('alice')");
        database.update("INSERT INTO ps_endpoints (id, context) VALUES ('lonely', 'theirs')");
        assertThatThrownBy(() -> writer.write(1, user("alice", "a"), user("bob", "b"), user("carol", "c")))
                .asInstanceOf(type(RealtimeException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROBLEMS))
                .extracting(RealtimeException::problems)
                .asString()
                .isEqualTo("[ps_aors [alice]: there is a row of this id that Sipwright did not write, "
                        + "ps_auths [bob]: there is a row of this id that Sipwright did not write]");
        // Nothing is half done, though the transaction was committed.
        assertThat(database.column("SELECT id FROM sip_rows")).isEmpty();
        assertThat(database.column("SELECT id FROM ps_endpoints")).containsExactly("lonely");
        assertThat(writer.generation()).isZero();

        writer.replaceAll(1, user("carol", "c"));
        writer.replaceAll(2);
        assertThat(database.column("SELECT password FROM ps_auths")).containsExactly("theirs");
        assertThat(database.column("SELECT context FROM ps_endpoints")).containsExactly("theirs");
    }

    @Test
    void columns_of_the_host_are_left_alone() {
        database.run("ALTER TABLE ps_aors ADD COLUMN tenant VARCHAR(20)");
        Writer later = new Writer(database);
        later.write(1, user("alice", "a"));
        database.update("UPDATE ps_aors SET tenant = 'x'");
        assertThat(later.drifted()).isEmpty();
        later.write(2, new ObjectRows("alice", List.of(section("alice", "aor", "max_contacts", "9"))));
        assertThat(database.column("SELECT tenant FROM ps_aors")).containsExactly("x");
        assertThat(database.column("SELECT max_contacts FROM ps_aors")).containsExactly("9");
    }

    @Test
    void replaces_everything() {
        writer.write(1, user("alice", "a"), user("bob", "b"), user("carol", "c"));
        RowChanges changes = writer.replaceAll(2, user("bob", "b2"), user("carol", "c"), user("dave", "d"));
        assertThat(changes.removed()).containsExactlyElementsOf(keys("alice"));
        assertThat(changes.changed())
                .contains(new ObjectKey("auth", "bob"))
                .containsAll(keys("dave"))
                .hasSize(4);
        assertThat(database.column("SELECT id FROM ps_endpoints ORDER BY id")).containsExactly("bob", "carol", "dave");
        assertThat(database.column("SELECT owner FROM sip_rows_seen")).isEmpty();
        changes = writer.replaceAll(2, user("bob", "b2"), user("carol", "c"), user("dave", "d"));
        assertThat(changes.changed()).isEmpty();
        assertThat(changes.removed()).isEmpty();
    }

    @Test
    void replaces_thousands() {
        int users = 2300;
        Stream<ObjectRows> all = IntStream.range(0, users).mapToObj(i -> user("u" + i, "p" + i));
        assertThat(writer.replaceAll(1, all).changed()).hasSize(3 * users);
        Stream<ObjectRows> half =
                IntStream.range(0, users).filter(i -> i % 2 == 0).mapToObj(i -> user("u" + i, "p"));
        RowChanges changes = writer.replaceAll(2, half);
        assertThat(changes.changed()).hasSize(users / 2);
        assertThat(changes.removed()).hasSize(3 * users / 2);
        assertThat(writer.rows()).hasSize(3 * users / 2).allMatch(StandingRow::asWritten);
    }

    @Test
    void edits_are_seen_and_mended() {
        writer.write(1, user("alice", "a"), user("bob", "b"));
        database.update("UPDATE ps_auths SET password = 'x;y' WHERE id = 'alice'");
        database.update("UPDATE ps_aors SET mailboxes = '' WHERE id = 'alice'"); // says nothing to Asterisk
        database.update("DELETE FROM ps_endpoints WHERE id = 'bob'");
        assertThat(writer.drifted()).containsExactly("auth alice of alice, edited", "endpoint bob of bob, deleted");
        RowChanges changes = writer.replaceAll(1, user("alice", "a"), user("bob", "b"));
        assertThat(changes.changed()).containsExactly(new ObjectKey("auth", "alice"), new ObjectKey("endpoint", "bob"));
        assertThat(writer.drifted()).isEmpty();
    }

    @Test
    void what_stands_there_reads_back() {
        ObjectRows alice = user("al;i^ce", "p;^w");
        writer.write(1, alice);
        assertThat(database.column("SELECT id FROM ps_auths")).containsExactly("al^3Bi^5Ece");
        assertThat(database.column("SELECT password FROM ps_auths")).containsExactly("p^3B^5Ew");
        assertThat(writer.rows())
                .filteredOn(row -> row.key().type().equals("auth"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.key().name()).isEqualTo("al;i^ce");
                    assertThat(row.section().orElseThrow().first("password")).contains("p;^w");
                    assertThat(row.toString()).doesNotContain("p;^w").doesNotContain("p^3B");
                });
    }

    @Test
    void who_starts_from_another_generation_writes_nothing() {
        writer.write(5, user("alice", "new"));
        assertThat(writer.writeFrom(4, 6, user("alice", "old"))).isEmpty();
        assertThat(writer.<Boolean>inTransaction(connection ->
                        writer.rows.replaceAll(connection, 6, 7, Stream.of(user("alice", "old")), noOne())))
                .isFalse();
        assertThat(writer.generation()).isEqualTo(5);
        assertThat(database.column("SELECT password FROM ps_auths")).containsExactly("new");
        // Where the store has gone back, an earlier generation is written from the later one.
        assertThat(writer.writeFrom(5, 4, user("alice", "old"))).isPresent();
        assertThat(writer.generation()).isEqualTo(4);
        assertThat(database.column("SELECT password FROM ps_auths")).containsExactly("old");
    }

    private static RowListener noOne() {
        return new RowChanges(new TreeSet<>(), new TreeSet<>()).listener();
    }

    @Test
    void all_problems_come_at_once_and_nothing_is_written() {
        String secret = "s3cret\nx";
        assertThatThrownBy(() -> writer.write(
                        1,
                        user("fine", "p"),
                        user("alice", secret),
                        new ObjectRows(
                                "odd",
                                List.of(
                                        section("t", "transport", "bind", "0.0.0.0"),
                                        section("e", "endpoint", "no_such", "1", "rtp_timeout", "007"),
                                        section("e", "endpoint", "context", "a"),
                                        section("e", "endpoint", "context", "b")))))
                .asInstanceOf(type(RealtimeException.class))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"))
                .extracting(e -> e.problems().stream().map(RowProblem::toString).toList())
                .isEqualTo(List.of(
                        "no table [t] type: there are no rows for type=transport",
                        "ps_auths [alice] password: contains a line break",
                        "ps_endpoints no_such: the table has no such column",
                        "ps_endpoints [e]: two sections of one type have this name",
                        "ps_endpoints [e] rtp_timeout: does not fit its column: expected a whole number up to "
                                + Long.MAX_VALUE + ", without zeros before it"));
        assertThat(writer.rows()).isEmpty();
        assertThat(writer.generation()).isZero();
    }

    @Test
    void other_work_of_the_transaction_stays() {
        database.run("CREATE TABLE theirs (a INTEGER)");
        database.update("INSERT INTO ps_aors (id) VALUES ('alice')");
        writer.inTransaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO theirs VALUES (1)");
                assertThatThrownBy(() ->
                                writer.rows.write(connection, 0, 1, List.of(user("bob", "b"), user("alice", "a"))))
                        .isInstanceOf(RealtimeException.class);
                writer.rows.write(connection, 0, 1, List.of(user("bob", "b")));
                return 0;
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(database.column("SELECT a FROM theirs")).containsExactly("1");
        assertThat(database.column("SELECT id FROM ps_auths")).containsExactly("bob");
    }

    @Test
    void without_a_transaction_it_refuses() throws Exception {
        try (var connection = database.connect()) {
            assertThatThrownBy(() -> writer.rows.write(connection, 0, 1, List.of(user("a", "b"))))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(writer.rows()).isEmpty();
    }

    @Test
    void many_writers_do_not_lock_each_other_out() throws Exception {
        int writers = 4;
        int rounds = 15;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int number = w;
                all.add(threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        List<ObjectRows> objects = new ArrayList<>();
                        for (int i = 0; i < 20; i++) {
                            objects.add(user("u" + i, "w" + number + "r" + round));
                        }
                        Collections.rotate(objects, 5 * number);
                        writer.write(1, objects.toArray(ObjectRows[]::new));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(writer.drifted()).isEmpty();
        // The last of them wrote all: no mixture.
        assertThat(database.column("SELECT DISTINCT password FROM ps_auths")).hasSize(1);
    }

    @Test
    void tables_that_are_missing_are_named() {
        TestDatabase empty = newDatabase();
        Writer early = new Writer(empty);
        assertThatThrownBy(() -> early.write(1, user("a", "b")))
                .asInstanceOf(type(RealtimeException.class))
                .extracting(RealtimeException::reason)
                .isEqualTo(Reason.NOT_PREPARED);
        assertThat(early.rows.problems(user("a", "b").sections()))
                .extracting(RowProblem::table)
                .containsExactly("ps_aors", "ps_auths", "ps_endpoints");
    }
}
