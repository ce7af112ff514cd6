package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.ObjectQuery;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which objects every store lists, in which order, and how many it counts. */
abstract class StoreQueryContract extends StoreFindContract {

    private static final ObjectQuery ALL = ObjectQuery.all();

    /** Names of the users that a query asks for; what is counted must be as many. */
    private List<String> users(ObjectQuery query) {
        return store.read(view -> {
            List<String> names =
                    view.users().list(query).stream().map(SipUser::name).toList();
            assertThat(view.users().count(query)).isEqualTo(names.size());
            return names;
        });
    }

    private List<String> trunks(ObjectQuery query) {
        return store.read(
                view -> view.trunks().list(query).stream().map(Trunk::name).toList());
    }

    private void insert(String name, String field, String value) {
        insert(user(name).toBuilder().field(field, value).build());
    }

    @Test
    void active_and_template_restrict_what_is_listed() {
        insert(user("a"));
        insert(user("b").toBuilder().active(false).build());
        insert(user("c").toBuilder().template("webrtc_user").build());
        insert(user("d").toBuilder().template("webrtc_user").active(false).build());

        assertThat(users(ALL)).containsExactly("a", "b", "c", "d");
        assertThat(users(ALL.active(true))).containsExactly("a", "c");
        assertThat(users(ALL.active(false))).containsExactly("b", "d");
        assertThat(users(ALL.template("webrtc_user"))).containsExactly("c", "d");
        assertThat(users(ALL.template("webrtc_user").active(false).text("D"))).containsExactly("d");
        assertThat(users(ALL.template("nothing"))).isEmpty();
    }

    @Test
    void a_template_is_meant_exactly() {
        insert(user("a"));

        assertThat(users(ALL.template("BASIC_USER"))).isEmpty();
        assertThat(users(ALL.template("basic_user "))).isEmpty();
    }

    @Test
    void a_text_is_found_in_any_case_in_names_and_fields() {
        insert("Alice", "callerid", "Reception <100>");
        insert(user("bob").toBuilder().extension("4711").build());
        TrunkSpec main = TrunkSpec.builder("Main", "telnyx")
                .username("Account7")
                .password("x")
                .field("server", "sip.Example.com")
                .build();
        write(writing -> writing.trunks().insert(main, 1));

        assertThat(users(ALL.text("LIC"))).containsExactly("Alice");
        assertThat(users(ALL.text("rECEPTION"))).containsExactly("Alice");
        assertThat(users(ALL.text("471"))).containsExactly("bob");
        for (String text : List.of("MAIN", "aCCount7", "EXAMPLE", "")) {
            assertThat(trunks(ALL.text(text))).containsExactly("Main");
        }
    }

    @Test
    void a_text_is_not_looked_for_in_secrets_or_other_fields() {
        insert("alice", "voicemail", "needle@default");
        insert(user("bob").toBuilder().secret("needle").notes("needle").build());
        write(writing -> writing.trunks().insert(trunk("main"), 1));

        assertThat(users(ALL.text("needle"))).isEmpty();
        assertThat(users(ALL.text("secret of"))).isEmpty();
        assertThat(trunks(ALL.text("secret of"))).isEmpty();
    }

    @Test
    void each_character_of_a_text_stands_for_itself() {
        List<String> odd = List.of("%", "_", "!", "'", "\"", "\\", "!%", "\\'", "''", "[", "*", "?");
        insert("plain", "callerid", "nothing odd");
        for (int i = 0; i < odd.size(); i++) {
            insert("u" + i, "callerid", "x" + odd.get(i) + "y");
        }
        for (int i = 0; i < odd.size(); i++) {
            assertThat(users(ALL.text("x" + odd.get(i) + "Y"))).containsExactly("u" + i);
        }
        assertThat(users(ALL.text("%"))).containsExactly("u0", "u6");
        assertThat(users(ALL.text("x_y"))).containsExactly("u1");
    }

    @Test
    void a_text_is_found_in_any_case_beyond_ascii() {
        insert("a", "callerid", "Jürgen");
        insert("b", "callerid", "ŁUKASZ");

        assertThat(users(ALL.text("JÜRG"))).containsExactly("a");
        assertThat(users(ALL.text("łuk"))).containsExactly("b");
    }

    @Test
    void a_text_with_an_accent_is_another_text() {
        insert("a", "callerid", "Jürgen");

        assertThat(users(ALL.text("jurgen"))).isEmpty();
    }

    @Test
    void a_text_is_looked_for_in_the_fields_of_its_kind_only() {
        insert("alice", "server", "needle.example.com");
        write(writing -> writing.trunks()
                .insert(
                        trunk("main").toBuilder()
                                .field("callerid", "Needle <1>")
                                .build(),
                        1));

        assertThat(users(ALL.text("needle"))).isEmpty();
        assertThat(trunks(ALL.text("needle"))).isEmpty();
    }

    @Test
    void pages_follow_each_other_as_java_sorts_strings() {
        List<String> names = new ArrayList<>(List.of(
                "a", "B", "b-1", "b.1", "b_1", "b1", "B-2", "Z", "zz", "10", "9", "a-b", "aBc", "a_b", "ab", "A.b",
                "Z-"));
        names.forEach(name -> insert(user(name)));
        names.sort(null);

        for (int limit : new int[] {1, 2, 5, names.size(), 1000}) {
            List<String> seen = new ArrayList<>();
            ObjectQuery query = ALL.limit(limit);
            for (int page = 0; page <= names.size() / limit; page++) {
                ObjectQuery next = seen.isEmpty() ? query : query.after(seen.get(seen.size() - 1));
                List<String> listed = store.read(view ->
                        view.users().list(next).stream().map(SipUser::name).toList());
                assertThat(listed).hasSizeLessThanOrEqualTo(limit);
                seen.addAll(listed);
            }
            assertThat(seen).isEqualTo(names);
            assertThat(store.<Long>read(view -> view.users().count(query.after("b"))))
                    .isEqualTo(names.size());
        }
        assertThat(store.<List<SipUser>>read(view -> view.users().list(ALL.after("b0"))))
                .extracting(SipUser::name)
                .containsExactly("b1", "b_1", "zz");
    }

    @Test
    void a_page_is_never_larger_than_the_largest() {
        upsert(IntStream.range(0, 1_005).mapToObj(i -> user("user" + i)).toList());

        assertThat(store.<List<SipUser>>read(view -> view.users().list(ALL))).hasSize(1_000);
        assertThat(store.<Long>read(view -> view.users().count(ALL))).isEqualTo(1_005);
        assertThat(users()).hasSize(1_005);
    }
}
