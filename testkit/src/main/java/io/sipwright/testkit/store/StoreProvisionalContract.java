package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.Change;
import io.sipwright.store.Provisional;
import io.sipwright.store.StoreView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store keeps of changes that wait to be confirmed. */
abstract class StoreProvisionalContract extends StoreLeaseContract {

    private static final Provisional WAITING =
            new Provisional(7, Instant.parse("2026-03-01T10:15:30.123Z"), "Zoë \"O'Neil\" 😀", "token-1");

    private Optional<Provisional> provisional() {
        return store.read(StoreView::provisional);
    }

    @Test
    void nothing_waits_at_first() {
        assertThat(provisional()).isEmpty();
        assertThat(store.<Optional<Provisional>>write(StoreView::provisional).result())
                .isEmpty();
    }

    @Test
    void what_waits_is_kept_and_makes_no_generation() {
        long before = store.<Long>read(StoreView::generation);
        long after = store.<Integer>write(writing -> {
                    writing.provisional(WAITING);
                    assertThat(writing.provisional()).contains(WAITING);
                    return 0;
                })
                .generation();

        assertThat(after).isEqualTo(before).isEqualTo(store.<Long>read(StoreView::generation));
        assertThat(provisional()).contains(WAITING);
        insert(user("alice"));
        assertThat(provisional()).contains(WAITING);
        assertThat(store.<Optional<Provisional>>write(StoreView::provisional).result())
                .contains(WAITING);

        write(writing -> {
            writing.provisional(null);
            assertThat(writing.provisional()).isEmpty();
            return 0;
        });
        assertThat(provisional()).isEmpty();
    }

    @Test
    void the_longest_name_of_an_actor_is_kept() {
        Provisional longest =
                new Provisional(Long.MAX_VALUE, Instant.EPOCH, "漢".repeat(Change.ACTOR_LENGTH), "t".repeat(100));
        write(writing -> {
            writing.provisional(longest);
            return 0;
        });

        assertThat(provisional()).contains(longest);
    }

    @Test
    void it_is_taken_back_with_the_writing_it_is_part_of() {
        assertThatThrownBy(() -> write(writing -> {
                    writing.users().insert(user("alice"), 1);
                    writing.provisional(WAITING);
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");

        assertThat(provisional()).isEmpty();
    }

    @Test
    void the_time_goes_on() throws InterruptedException {
        Instant before = store.read(StoreView::now);
        passLeaseTime(Duration.ofMillis(30));
        Instant after = store.<Instant>write(StoreView::now).result();

        assertThat(Duration.between(before, after)).isBetween(Duration.ofMillis(29), Duration.ofMinutes(5));
    }
}
