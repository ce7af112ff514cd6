package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How every store finds objects by their names. */
abstract class StoreFindContract extends StoreFormerContract {

    private Map<String, SipUser> findAll(Collection<String> names) {
        return store.read(view -> view.users().findAll(names));
    }

    @Test
    void objects_are_found_by_names_in_whatever_case() {
        SipUser alice = insert(user("Alice"));
        SipUser bob = insert(user("bob"));
        insert(user("carol"));
        write(writing -> writing.trunks().insert(trunk("main"), 1));

        assertThat(findAll(List.of("BOB", "nobody", "alice", "main", "Alice", "caro")))
                .containsOnly(Map.entry("alice", alice), Map.entry("bob", bob));
        assertThat(findAll(List.of())).isEmpty();
        assertThat(findAll(Set.of("x' OR '1'='1", "%", "_____"))).isEmpty();
    }

    @Test
    void many_objects_are_found_at_once() {
        upsert(IntStream.range(0, 1_100).mapToObj(i -> user("User" + i)).toList());
        List<String> names = new ArrayList<>();
        IntStream.range(0, 1_300).forEach(i -> names.add("uSER" + i));

        Map<String, SipUser> found = findAll(names);

        assertThat(found).hasSize(1_100);
        found.forEach((key, user) -> assertThat(user.name()).isEqualTo("User" + key.substring(4)));
    }

    @Test
    void a_writing_finds_what_it_changed() {
        insert(user("alice"));
        write(writing -> {
            writing.users().update(user("ALICE"), 1, ANY);
            writing.users().insert(user("bob"), 1);
            Map<String, SipUser> found = writing.users().findAll(List.of("alice", "bob"));
            assertThat(found.values()).extracting(SipUser::name).containsExactlyInAnyOrder("ALICE", "bob");
            return 0;
        });
    }

    @Test
    void a_list_stays_a_list_whatever_the_field() {
        SipUserSpec given = user("alice").toBuilder()
                .field("codecs", List.of("opus", "alaw"))
                .field("house", List.of("a", "b"))
                .build();

        assertThat(insert(given).spec()).isEqualTo(given);
        assertThat(update(given, ANY).version()).isEqualTo(1);
    }
}
