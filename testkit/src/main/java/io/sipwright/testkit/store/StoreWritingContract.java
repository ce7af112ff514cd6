package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sipwright.store.ConflictException;
import io.sipwright.store.StoreView;
import io.sipwright.user.SipUser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store does with several changes at once. */
abstract class StoreWritingContract extends StoreObjectsContract {

    @Test
    void each_change_is_one_generation() {
        long before = generation();
        long inserted = store.<SipUser>write(writing -> writing.users().insert(user("a"), 1))
                .generation();
        long updated = store.<SipUser>write(writing -> writing.users()
                        .update(user("a").toBuilder().extension("2").build(), 1, ANY))
                .generation();
        long deleted = store.<SipUser>write(writing -> writing.users().delete("a", ANY))
                .generation();

        assertThat(List.of(inserted, updated, deleted)).containsExactly(before + 1, before + 2, before + 3);
        assertThat(generation()).isEqualTo(deleted);
    }

    @Test
    void many_changes_at_once_are_one_generation() {
        long before = generation();
        long after = store.<Integer>write(writing -> {
                    for (int i = 0; i < 50; i++) {
                        writing.users().insert(user("user" + i), 1);
                        writing.trunks().insert(trunk("trunk" + i), 1);
                    }
                    return writing.users().find("USER7").isPresent() ? 1 : 0;
                })
                .generation();

        assertThat(after).isEqualTo(before + 1);
        assertThat(users()).hasSize(50);
    }

    @Test
    void a_writing_that_changes_nothing_is_none() {
        insert(user("alice"));
        long before = generation();

        assertThat(store.<Long>write(StoreView::generation).generation()).isEqualTo(before);
        assertThat(store.<SipUser>write(writing -> writing.users().update(user("alice"), 1, ANY))
                        .generation())
                .isEqualTo(before);
        assertThat(generation()).isEqualTo(before);
    }

    @Test
    void a_writing_sees_its_own_changes_and_no_one_else_does_yet() {
        write(writing -> {
            writing.users().insert(user("alice"), 1);
            assertThat(writing.users().find("ALICE")).isPresent();
            assertThat(names(writing.users().stream())).containsExactly("alice");
            assertThatThrownBy(() -> writing.trunks().insert(trunk("alice"), 1)).isInstanceOf(ConflictException.class);
            writing.users().delete("alice", ANY);
            assertThat(writing.users().find("alice")).isEmpty();
            writing.trunks().insert(trunk("alice"), 1);
            return 0;
        });

        assertThat(users()).isEmpty();
        assertThat(store.<List<String>>read(view -> names(view.trunks().stream())))
                .containsExactly("alice");
    }

    @Test
    void an_exception_takes_everything_back() {
        insert(user("alice"));
        long before = generation();

        Throwable thrown = catchThrowable(() -> write(writing -> {
            writing.users().insert(user("bob"), 1);
            writing.users().delete("alice", ANY);
            writing.trunks().insert(trunk("main"), 1);
            throw new IllegalStateException("on purpose");
        }));

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("on purpose");
        assertThat(users()).containsExactly("alice");
        assertThat(store.<List<String>>read(view -> names(view.trunks().stream())))
                .isEmpty();
        assertThat(generation()).isEqualTo(before);
        assertThat(insert(user("bob")).version()).isEqualTo(1);
    }

    @Test
    void a_refusal_that_is_caught_leaves_the_rest() {
        insert(user("alice"));
        write(writing -> {
            writing.users().insert(user("bob"), 1);
            assertThatThrownBy(() -> writing.users().insert(user("ALICE"), 1)).isInstanceOf(ConflictException.class);
            return writing.users().insert(user("carol"), 1);
        });

        assertThat(users()).containsExactly("alice", "bob", "carol");
    }

    @Test
    void a_writing_within_a_writing_joins_it_or_is_refused() {
        Throwable thrown = catchThrowable(() -> write(outer -> {
            outer.users().insert(user("outer"), 1);
            return store.<SipUser>write(inner -> inner.users().insert(user("inner"), 1))
                    .generation();
        }));

        if (thrown == null) {
            assertThat(users()).containsExactly("inner", "outer");
        } else {
            assertThat(users()).isEmpty();
        }
    }

    @Test
    void ids_are_never_given_twice() {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            assertThat(ids.add(insert(user("alice")).id())).isTrue();
            String name = "t" + i;
            assertThat(ids.add(write(writing -> writing.trunks().insert(trunk(name), 1))
                                    .id()
                            + 1_000_000_000L))
                    .isTrue();
            write(writing -> writing.users().delete("alice", ANY));
        }
    }

    @Test
    void the_key_of_stamps_stays() {
        byte[] key = store.stampKey();
        store.stampKey()[0] ^= 1;

        assertThat(key).hasSize(16).isEqualTo(store.stampKey());
    }
}
