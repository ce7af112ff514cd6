package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.store.InMemoryStore;
import io.sipwright.user.SipUser;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances with one store and one node: one of them applies at a time. */
@Timeout(60)
class LeaseTest {

    private static final ApplySettings SETTINGS = Bench.QUICK.withLease(Duration.ofMillis(600));

    private final InMemoryStore memory = new InMemoryStore();
    private final FakeTarget target = new FakeTarget();
    private final Bench one = started("one");
    private Bench other = one; // until there is another

    @BeforeEach
    void the_one_has_the_node() {
        assertThat(one.create("anna").isVerified()).isTrue();
        one.asterisk.forget();
        other = started("other");
        Bounded.until("the other knows", () -> other.status().verifiedGeneration() == 1);
    }

    private Bench started(String owner) {
        return new Bench(memory, target, builder -> builder.applySettings(SETTINGS.withOwner(owner)));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void the_other_leaves_the_node_alone_and_says_so() {
        assertThat(other.asterisk.reloads).isEmpty();
        assertThat(other.status().summary()).isEqualTo("Another instance applies to this node");
        assertThat(other.status().desiredGeneration()).isEqualTo(1);
        assertThat(other.condition(Condition.Type.VERIFIED).status()).isEqualTo(Condition.Status.TRUE);
        assertThat(other.condition(Condition.Type.VERIFIED).reason()).isEqualTo("AppliedElsewhere");
    }

    @Test
    void a_change_at_the_other_reaches_asterisk_and_is_seen_there() {
        Applied applied = other.create("bob");

        assertThat(applied.isVerified()).isTrue();
        assertThat(target.text()).contains("[anna]", "[bob]");
        assertThat(one.status().verifiedGeneration()).isEqualTo(2);
        assertThat(other.asterisk.reloads).isEmpty();
    }

    @Test
    void an_instance_with_nothing_to_do_keeps_its_node() {
        Bounded.pause(3 * SETTINGS.lease().toMillis());

        assertThat(other.create("bob").isVerified()).isTrue();

        assertThat(other.asterisk.reloads).isEmpty();
        assertThat(one.asterisk.reloads).hasSize(1);
    }

    @Test
    void a_round_longer_than_the_lease_keeps_it() {
        one.asterisk.answer = request -> {
            Bounded.pause(2 * SETTINGS.lease().toMillis());
            return FakeAsterisk.VERIFIED;
        };

        assertThat(other.create("bob").isVerified()).isTrue();

        assertThat(other.asterisk.reloads).isEmpty();
    }

    @Test
    void the_other_takes_over_when_the_one_is_closed() {
        one.close();

        assertThat(other.create("bob").isVerified()).isTrue();

        assertThat(other.asterisk.reloads).hasSize(1);
        assertThat(other.asterisk.lastReload().changed())
                .as("what the one has left is not known")
                .isEqualTo(other.asterisk.lastReload().wanted().keys());
        assertThat(target.text()).contains("[anna]", "[bob]");
    }

    @Test
    void the_other_takes_over_when_the_one_gives_no_signs_of_life_and_the_one_comes_back_as_the_second() {
        one.store.down = true;

        assertThat(other.create("bob").isVerified()).isTrue();
        assertThat(other.asterisk.reloads).hasSize(1);

        one.store.down = false;
        Bounded.until("the one knows", () -> one.status().verifiedGeneration() == 2);
        assertThat(one.create("carl").isVerified()).isTrue();
        assertThat(one.asterisk.reloads).isEmpty();
        assertThat(target.text()).contains("[anna]", "[bob]", "[carl]");
    }

    @Test
    void an_instance_that_slept_does_not_overwrite_newer_work_and_recovers() {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        one.target.afterStaging = () -> {
            if (asleep.getCount() > 0) {
                one.store.registryDown = true; // a process that is stopped gives no signs of life
                asleep.countDown();
                Bounded.await(awake);
                one.store.registryDown = false;
            }
        };
        Provisioned<SipUser> bob = one.sipwright.users().create(People.user("bob"));
        Bounded.await(asleep);

        Provisioned<SipUser> carl = other.sipwright.users().create(People.user("carl"));
        assertThat(carl.awaitApplied(Bounded.LONG).isVerified()).isTrue();
        int shown = target.shown.get();
        awake.countDown();

        assertThat(bob.awaitApplied(Bounded.LONG).isVerified()).isTrue();
        Bounded.until("the one knows", () -> one.status().verifiedGeneration() == 3);
        assertThat(target.shown).as("the sleeper has shown nothing").hasValue(shown);
        assertThat(target.text()).contains("[anna]", "[bob]", "[carl]");
        assertThat(one.asterisk.reloads).isEmpty();
        assertThat(one.create("dora").isVerified()).isTrue();
    }
}
