package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.Applying;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.ObserverException;
import io.sipwright.reload.StatusListener;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.TrunkRegistration.State;
import io.sipwright.reload.UserContact;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes under which registrations fall are taken back before their time is over. */
class FallenRegistrationTest {

    private static final Duration LIMIT = Duration.ofHours(1);

    @TempDir
    Path temporary;

    private final Map<String, State> seen = new ConcurrentSkipListMap<>();
    private volatile boolean blind;
    private final InMemoryStore store = new InMemoryStore();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private Sipwright sipwright;

    /** Sees what it is told. */
    private final class Told implements AsteriskObserver {
        @Override
        public List<TrunkRegistration> registrations() {
            if (blind) {
                throw new ObserverException("not reached");
            }
            return seen.entrySet().stream()
                    .map(one -> new TrunkRegistration(one.getKey(), "sip:a", "sip:b", one.getValue(), "told", null))
                    .toList();
        }

        @Override
        public List<UserContact> contacts() {
            return List.of();
        }

        @Override
        public void listen(StatusListener listener) {}

        @Override
        public void close() {}
    }

    private static TrunkSpec registering(String name) {
        return Samples.trunk(name).toBuilder().field("auth", "registration").build();
    }

    @BeforeEach
    void build() {
        sipwright = sipwright(Duration.ZERO, Applying.BEFORE_RETURN);
        sipwright.trunks().create(registering("up"));
        sipwright.trunks().create(registering("down"));
        seen.put("up", State.REGISTERED);
        seen.put("down", State.REJECTED);
    }

    private Sipwright sipwright(Duration grace, Applying applying) {
        SipwrightBuilder settings = Sipwright.builder()
                .store(store)
                .applying(applying)
                .registrationGrace(grace)
                .observer(new Told())
                .target(ConfigFiles.in(temporary))
                .listener(new ApplyListener() {
                    @Override
                    public void wentBack(long base, long newest, String reason) {
                        reasons.add(reason);
                    }
                });
        return settings.build();
    }

    private void changeThePassword() {
        sipwright
                .confirming(LIMIT)
                .trunks()
                .update("up", TrunkPatch.builder().password("Wr0ng-One-4711-xY").build());
    }

    private boolean isPendingAfterALook() {
        sipwright.reconcile();
        return sipwright.confirmation().isPresent();
    }

    @Test
    void a_registration_that_falls_takes_the_change_with_it() {
        changeThePassword();
        assertThat(isPendingAfterALook()).isTrue();

        seen.put("up", State.REJECTED);

        assertThat(isPendingAfterALook()).isFalse();
        assertThat(sipwright.trunks().get("up").spec().fields().text("password"))
                .contains(Samples.TRUNK_SECRET);
        assertThat(reasons).singleElement().asString().contains("the registration up of node default");
    }

    @Test
    void one_that_is_gone_or_stopped_has_fallen_too() {
        changeThePassword();
        seen.remove("up");
        assertThat(isPendingAfterALook()).isFalse();
        seen.put("up", State.REGISTERED);
        changeThePassword();
        seen.put("up", State.STOPPED);
        assertThat(isPendingAfterALook()).isFalse();
        assertThat(reasons).hasSize(2);
    }

    @Test
    void what_was_down_before_or_is_not_known_does_not_count() {
        changeThePassword();
        seen.put("down", State.UNREGISTERED);
        assertThat(isPendingAfterALook()).isTrue();
        seen.put("up", State.UNKNOWN);
        assertThat(isPendingAfterALook()).isTrue();
        seen.put("up", State.REJECTED);
        blind = true;
        assertThat(isPendingAfterALook()).isTrue();
        blind = false;
        assertThat(isPendingAfterALook()).isFalse();
    }

    @Test
    void what_the_change_itself_ends_does_not_count() {
        sipwright.trunks().create(registering("second"));
        seen.put("second", State.REGISTERED);
        Sipwright confirming = sipwright.confirming(LIMIT);
        confirming.trunks().delete("up");
        confirming.trunks().disable("second");
        seen.clear();

        assertThat(isPendingAfterALook()).isTrue();
        assertThat(sipwright.confirm()).isTrue();
    }

    @Test
    void without_a_look_before_only_the_time_counts() {
        blind = true;
        changeThePassword();
        blind = false;
        seen.put("up", State.REJECTED);

        assertThat(isPendingAfterALook()).isTrue();
    }

    @Test
    void a_refused_change_of_someone_else_forgets_nothing() {
        changeThePassword();
        seen.put("up", State.REJECTED);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> sipwright.confirming(LIMIT).trunks().delete("down"))
                .isInstanceOf(io.sipwright.store.UnconfirmedException.class);

        assertThat(isPendingAfterALook()).isFalse();
    }

    @Test
    void within_the_grace_it_may_come_up_again() {
        sipwright = sipwright(Duration.ofHours(1), Applying.BEFORE_RETURN);
        changeThePassword();
        seen.put("up", State.UNREGISTERED);
        assertThat(isPendingAfterALook()).isTrue();
        seen.put("up", State.REGISTERED);
        assertThat(isPendingAfterALook()).isTrue();
    }

    @Test
    void in_the_background_it_happens_by_itself() throws InterruptedException {
        sipwright.close();
        try (Sipwright background = sipwright(Duration.ofMillis(50), Applying.IN_BACKGROUND)) {
            sipwright = background;
            changeThePassword();
            seen.put("up", State.REJECTED);

            await(() -> sipwright.confirmation().isEmpty());
            await(() -> !reasons.isEmpty());
            assertThat(sipwright.trunks().get("up").spec().fields().text("password"))
                    .contains(Samples.TRUNK_SECRET);
        }
    }

    static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time to wait").isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
