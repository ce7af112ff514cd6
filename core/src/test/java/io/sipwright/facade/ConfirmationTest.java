package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.PendingConfirmation;
import io.sipwright.Restoration;
import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.Applying;
import io.sipwright.store.Change;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.UnconfirmedException;
import io.sipwright.target.ConfigFiles;
import io.sipwright.user.SipUserPatch;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.ValidationException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that stay if someone confirms them. */
class ConfirmationTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path temporary;

    private final List<String> wentBack = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryStore store = new InMemoryStore(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }
    });
    private Sipwright sipwright;

    @BeforeEach
    void build() {
        sipwright = sipwright(UnaryOperator.identity());
        sipwright.users().create(Samples.user("anna"));
    }

    private Sipwright sipwright(UnaryOperator<SipwrightBuilder> more) {
        return more.apply(Sipwright.builder()
                        .store(store)
                        .applying(Applying.BEFORE_RETURN)
                        .target(ConfigFiles.in(temporary))
                        .listener(new ApplyListener() {
                            @Override
                            public void wentBack(long base, long newest, String reason) {
                                wentBack.add(base + " " + newest + " " + reason);
                            }
                        }))
                .build();
    }

    private long generation() {
        return store.<Long>read(StoreView::generation);
    }

    private boolean has(String user) {
        return sipwright.users().find(user).isPresent();
    }

    @Test
    void what_is_confirmed_stays() {
        assertThat(sipwright.confirmation()).isEmpty();
        sipwright.as("olga").confirming(LIMIT).users().create(Samples.user("bob"));

        assertThat(sipwright.confirmation()).contains(new PendingConfirmation(1, 2, now.plus(LIMIT), "olga"));
        assertThat(sipwright.as("ivan").confirm()).isTrue();
        assertThat(sipwright.confirm()).isFalse();
        now = now.plus(LIMIT).plus(LIMIT);
        sipwright.reconcile();

        assertThat(has("bob")).isTrue();
        assertThat(generation()).isEqualTo(2);
        assertThat(wentBack).isEmpty();
    }

    @Test
    void what_is_not_confirmed_in_time_goes() {
        Sipwright confirming = sipwright.confirming(LIMIT);
        confirming.users().create(Samples.user("bob"));
        confirming.users().delete("anna");
        now = now.plus(LIMIT).minusMillis(1);
        sipwright.reconcile();
        assertThat(generation()).isEqualTo(3);

        now = now.plusMillis(1);
        sipwright.reconcile();

        assertThat(sipwright.confirmation()).isEmpty();
        assertThat(sipwright.users().list()).extracting(user -> user.name()).containsExactly("anna");
        assertThat(sipwright.changesSince(3, 9)).extracting(Change::actor).containsExactly("system", "system");
        assertThat(temporary.resolve("pjsip_users.conf"))
                .content()
                .contains("[anna]")
                .doesNotContain("[bob]");
        assertThat(wentBack).containsExactly("1 3 they were not confirmed in time");
        assertThat(sipwright.confirm()).isFalse();
        sipwright.apply();
        assertThat(generation()).isEqualTo(4);
    }

    @Test
    void applying_looks_too() {
        sipwright.confirming(LIMIT).users().create(Samples.user("bob"));
        now = now.plus(LIMIT);

        sipwright.apply();

        assertThat(has("bob")).isFalse();
    }

    @Test
    void meanwhile_others_are_refused() {
        Sipwright confirming = sipwright.confirming(LIMIT);
        confirming.users().create(Samples.user("bob"));

        for (Sipwright other : List.of(sipwright, sipwright.as("ivan"), sipwright.confirming(LIMIT))) {
            assertThatThrownBy(() -> other.users().create(Samples.user("carl")))
                    .isInstanceOf(UnconfirmedException.class)
                    .hasMessageContaining("since generation 1 wait to be confirmed until 2026-03-01T10:05:00Z");
            assertThatThrownBy(() -> other.users().disable("anna")).isInstanceOf(UnconfirmedException.class);
            assertThatThrownBy(() -> other.history().restore(0)).isInstanceOf(UnconfirmedException.class);
        }
        assertThat(generation()).isEqualTo(2);

        now = now.plusSeconds(60);
        confirming.as("olga").users().create(Samples.user("carl"));
        assertThat(sipwright.confirmation())
                .contains(new PendingConfirmation(1, 3, now.minusSeconds(60).plus(LIMIT), "system"));
        assertThat(sipwright.confirm()).isTrue();
        sipwright.users().create(Samples.user("dora"));
        assertThat(has("carl")).isTrue();
    }

    @Test
    void a_view_can_be_used_again_after_it_was_confirmed() {
        Sipwright confirming = sipwright.confirming(LIMIT);
        confirming.users().create(Samples.user("bob"));
        sipwright.confirm();

        confirming.users().create(Samples.user("carl"));

        assertThat(sipwright.confirmation()).map(PendingConfirmation::base).contains(2L);
    }

    @Test
    void what_changes_nothing_waits_for_nothing() {
        Sipwright confirming = sipwright.confirming(LIMIT);
        confirming.users().enable("anna");
        assertThatThrownBy(() -> confirming.users().create(Samples.user("anna")))
                .isInstanceOf(ValidationException.class);

        assertThat(sipwright.confirmation()).isEmpty();
        sipwright.users().create(Samples.user("bob"));
    }

    @Test
    void it_goes_back_at_once_when_someone_says_so() {
        assertThat(sipwright.goBack()).isEmpty();
        sipwright
                .confirming(LIMIT)
                .users()
                .update("anna", SipUserPatch.builder().context("sales").build());

        Restoration restored = sipwright.as("olga").goBack().orElseThrow().value();

        assertThat(restored.changed()).extracting(Restoration.Item::name).containsExactly("anna");
        assertThat(sipwright.changesSince(2, 9)).extracting(Change::actor).containsExactly("olga");
        assertThat(wentBack).containsExactly("1 2 someone asked for it");
        assertThat(sipwright.goBack()).isEmpty();
    }

    @Test
    void when_the_time_is_over_nothing_is_added_but_it_may_still_be_confirmed_until_it_went_back() {
        Sipwright confirming = sipwright.confirming(LIMIT);
        confirming.users().create(Samples.user("bob"));
        now = now.plus(LIMIT);

        assertThatThrownBy(() -> confirming.users().create(Samples.user("carl")))
                .isInstanceOf(UnconfirmedException.class);
        assertThat(sipwright.confirm()).isTrue();
        sipwright.reconcile();

        assertThat(has("bob")).isTrue();
        assertThat(has("carl")).isFalse();
    }

    @Test
    void of_several_instances_one_goes_back() {
        sipwright.confirming(LIMIT).users().create(Samples.user("bob"));
        Sipwright other = sipwright(UnaryOperator.identity());
        now = now.plus(LIMIT);

        other.reconcile();
        sipwright.reconcile();

        assertThat(generation()).isEqualTo(3);
        assertThat(wentBack).hasSize(1);
    }

    @Test
    void what_can_not_be_taken_back_keeps_waiting_until_someone_decides() {
        sipwright.confirming(LIMIT).users().delete("anna");
        Sipwright strict = sipwright(settings -> settings.secretPolicy(new SecretPolicy(60, 12)));
        now = now.plus(LIMIT);

        strict.reconcile();
        assertThat(strict.confirmation()).isPresent();
        assertThat(generation()).isEqualTo(2);
        assertThatThrownBy(strict::goBack)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("users[anna].secret");
        assertThatThrownBy(() -> strict.users().create(Samples.user("bob"))).isInstanceOf(UnconfirmedException.class);

        assertThat(strict.confirm()).isTrue();
        assertThat(has("anna")).isFalse();
    }

    @Test
    void a_time_that_is_none_is_refused() {
        for (Duration limit : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofNanos(1))) {
            assertThatThrownBy(() -> sipwright.confirming(limit)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
