package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.ConflictException;
import io.sipwright.store.StoreView;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store does with the names that objects give to their sections: no two objects have the same. */
abstract class StoreSectionNamesContract extends StoreUpsertContract {

    private static final int RACERS = 6;
    private static final int RACES = 20;

    private static SipUserSpec user(String name, String... sections) {
        SipUserSpec.Builder user = user(name).toBuilder();
        for (int i = 0; i < sections.length; i++) {
            user.override(OptionOverride.set(i == 0 ? "auth" : "aor", OptionOverride.NAME, sections[i]));
        }
        return user.build();
    }

    private static TrunkSpec trunk(String name, String endpoint) {
        return trunk(name).toBuilder()
                .override(OptionOverride.set("endpoint", OptionOverride.NAME, endpoint))
                .build();
    }

    private Optional<String> owner(String section) {
        return store.<Optional<String>>read(view -> view.sectionOwner(section));
    }

    private void upsert(SipUserSpec... users) {
        write(writing -> writing.users().upsertAll(List.of(users), spec -> 1));
    }

    private void refused(String name, Runnable change) {
        long before = generation();
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.name()).isEqualTo(name));
        assertThat(generation()).isEqualTo(before);
    }

    @Test
    void the_owner_of_a_section_is_found_in_whatever_case() {
        insert(user("6001", "Auth6001"));
        write(writing -> writing.trunks().insert(trunk("carrier", "Sip Carrier"), 1));

        assertThat(owner("AUTH6001")).contains("6001");
        assertThat(owner("sip carrier")).contains("carrier");
        assertThat(owner("6001")).isEmpty();
        assertThat(owner("other")).isEmpty();
        assertThat(store.<Boolean>read(view -> view.users().find("auth6001").isPresent()))
                .isFalse();
        assertThat(users()).containsExactly("6001");
    }

    @Test
    void no_object_gets_the_name_of_a_section_of_another() {
        insert(user("6001", "auth6001"));

        refused("AUTH6001", () -> insert(user("AUTH6001")));
        refused("auth6001", () -> upsert(user("auth6001")));
        refused("auth6001", () -> write(writing -> writing.trunks().insert(trunk("auth6001"), 1)));
        refused("auth6001", () -> write(writing -> writing.trunks().upsertAll(List.of(trunk("auth6001")), spec -> 1)));
    }

    @Test
    void no_section_gets_the_name_of_another_object() {
        insert(user("alice"));
        insert(user("bob"));
        write(writing -> writing.trunks().insert(trunk("main"), 1));

        for (String name : List.of("Alice", "main")) {
            refused(name, () -> insert(user("6001", name)));
            refused(name, () -> upsert(user("6001", name)));
            refused(name, () -> update(user("bob", name), ANY));
            refused(name, () -> upsert(user("bob", name)));
        }
        refused("alice", () -> write(writing -> writing.trunks().insert(trunk("t", "alice"), 1)));
        assertThat(owner("alice")).isEmpty();
    }

    @Test
    void no_section_gets_the_name_of_a_section_of_another_object() {
        insert(user("6001", "shared"));
        insert(user("6002"));

        refused("Shared", () -> insert(user("6003", "Shared")));
        refused("shared", () -> upsert(user("6003", "shared")));
        refused("shared", () -> update(user("6002", "shared"), ANY));
        refused("shared", () -> write(writing -> writing.trunks().insert(trunk("t", "shared"), 1)));
        refused("shared", () -> write(writing -> writing.trunks().upsertAll(List.of(trunk("t", "shared")), s -> 1)));
        assertThat(owner("shared")).contains("6001");
    }

    @Test
    void an_object_may_use_its_names_as_it_likes() {
        insert(user("6001", "both", "BOTH"));
        insert(user("6002", "6002", "6002"));
        update(user("6001", "BOTH", "6001"), ANY);

        assertThat(owner("both")).contains("6001");
        assertThat(owner("6001")).isEmpty();
        update(user("6002"), ANY);
        assertThat(owner("6002")).isEmpty();
        assertThat(users()).containsExactly("6001", "6002");
    }

    @Test
    void an_update_exchanges_the_names() {
        insert(user("6001", "one", "two"));
        update(user("6001", "two", "three"), ANY);

        assertThat(owner("one")).isEmpty();
        assertThat(owner("two")).contains("6001");
        assertThat(owner("three")).contains("6001");
        insert(user("one"));
        update(user("6001"), ANY);
        insert(user("two"));
        insert(user("6002", "three"));
        assertThat(owner("three")).contains("6002");
    }

    @Test
    void a_deleted_object_leaves_its_names() {
        insert(user("6001", "one", "two"));
        write(writing -> writing.users().delete("6001", ANY));

        assertThat(owner("one")).isEmpty();
        insert(user("one", "two"));
        assertThat(owner("two")).contains("one");
        write(writing -> writing.users().delete("one", ANY));
        insert(user("6001", "one", "two"));
        assertThat(owner("one")).contains("6001");
    }

    @Test
    void objects_of_one_call_may_not_want_the_same() {
        refused("shared", () -> upsert(user("6001", "shared"), user("6002", "shared")));
        refused("6002", () -> upsert(user("6001", "6002"), user("6002")));
        refused("6001", () -> upsert(user("6001"), user("6002", "6001")));
        assertThat(users()).isEmpty();
    }

    @Test
    void objects_of_one_call_may_exchange_their_names() {
        upsert(user("6001", "one"), user("6002", "two"), user("6003", "three"));
        upsert(user("6001", "two"), user("6002", "one"), user("three"), user("6003"));

        assertThat(owner("two")).contains("6001");
        assertThat(owner("one")).contains("6002");
        assertThat(owner("three")).isEmpty();
        refused("one", () -> upsert(user("6001", "one"))); // its owner is not among them
        write(writing -> writing.users().delete("6002", ANY));
        upsert(user("6001", "one"));
        assertThat(owner("one")).contains("6001");
        assertThat(owner("two")).isEmpty();
    }

    @Test
    void many_at_once_take_and_exchange_their_names() {
        List<SipUserSpec> first = new ArrayList<>();
        List<SipUserSpec> next = new ArrayList<>();
        int many = 1100; // more than a store writes in one statement
        for (int i = 0; i < many; i++) {
            first.add(user("user" + i, "auth" + i));
            next.add(user("user" + i, "auth" + (many - 1 - i)));
        }
        write(writing -> writing.users().upsertAll(first, spec -> 1));
        assertThat(owner("auth700")).contains("user700");
        write(writing -> writing.users().upsertAll(next, spec -> 1));

        store.read(view -> {
            for (int i = 0; i < many; i++) {
                assertThat(view.sectionOwner("auth" + i)).contains("user" + (many - 1 - i));
            }
            return 0;
        });
    }

    @Test
    void an_owner_that_is_spelled_anew_keeps_its_names() {
        insert(user("alice", "auth"));
        update(user("ALICE", "AUTH"), ANY);

        assertThat(owner("auth").orElseThrow()).isEqualToIgnoringCase("alice");
        refused("auth", () -> insert(user("bob", "auth")));
        write(writing -> writing.users().delete("alice", ANY));
        insert(user("bob", "auth"));
    }

    @Test
    void a_writing_sees_the_names_that_it_has_taken() {
        write(writing -> {
            writing.users().insert(user("6001", "one"), 1);
            assertThat(writing.sectionOwner("ONE")).contains("6001");
            assertThatThrownBy(() -> writing.users().insert(user("one"), 1)).isInstanceOf(ConflictException.class);
            writing.users().delete("6001", ANY);
            assertThat(writing.sectionOwner("one")).isEmpty();
            return writing.users().insert(user("one", "6001"), 1);
        });

        assertThat(owner("6001")).contains("one");
        assertThat(users()).containsExactly("one");
    }

    @Test
    void a_refusal_that_is_caught_changes_no_names() {
        insert(user("6001", "one"));
        insert(user("6002", "two"));
        write(writing -> {
            assertThatThrownBy(() ->
                            writing.users().upsertAll(List.of(user("6001", "three"), user("6003", "two")), spec -> 1))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> writing.users().update(user("6001", "three", "two"), 1, ANY))
                    .isInstanceOf(ConflictException.class);
            return writing.users().insert(user("bob"), 1);
        });

        assertThat(owner("one")).contains("6001");
        assertThat(owner("three")).isEmpty();
        assertThat(users()).containsExactly("6001", "6002", "bob");
    }

    @Test
    void an_exception_takes_the_names_back() {
        insert(user("6001", "one"));
        assertThatThrownBy(() -> write(writing -> {
                    writing.users().update(user("6001", "two"), 1, ANY);
                    writing.users().insert(user("6002", "one"), 1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(owner("one")).contains("6001");
        assertThat(owner("two")).isEmpty();
    }

    @Test
    void of_creators_that_race_for_a_name_one_gets_it() throws InterruptedException, ExecutionException {
        AtomicInteger won = new AtomicInteger();
        List<Callable<Void>> racers = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
            int number = racer;
            racers.add(() -> {
                for (int race = 0; race < RACES; race++) {
                    try {
                        race(number, race);
                        won.incrementAndGet();
                    } catch (ConflictException lost) {
                        assertThat(lost.name()).isEqualToIgnoringCase("prize" + race);
                    }
                }
                return null;
            });
        }
        Callers.together(racers);

        assertThat(won).hasValue(RACES);
        assertThat(store.<Long>read(StoreView::generation)).isEqualTo(RACES);
    }

    /** Wants one name, as that of an object or of a section, in several ways. */
    private void race(int racer, int race) {
        String prize = (racer % 2 == 0 ? "prize" : "Prize") + race;
        String own = "racer" + racer + "." + race;
        switch (racer) {
            case 0 -> insert(user(prize));
            case 1 -> insert(user(own, prize));
            case 2 -> upsert(user(own, own, prize));
            case 3 -> write(writing -> writing.trunks().insert(trunk(own, prize), 1));
            case 4 -> write(writing -> writing.trunks().upsertAll(List.of(trunk(prize)), spec -> 1));
            default -> write(writing -> writing.trunks().upsertAll(List.of(trunk(own, prize)), spec -> 1));
        }
    }
}
