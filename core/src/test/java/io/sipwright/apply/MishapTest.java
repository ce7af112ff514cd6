package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Condition.Status;
import io.sipwright.apply.Condition.Type;
import io.sipwright.target.WriteResult;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bugs in the code of others do not end the applying. */
@Timeout(60)
class MishapTest {

    @Test
    void an_exception_of_a_target_fails_the_round_and_the_next_one_heals() {
        AtomicInteger left = new AtomicInteger(2);
        try (Bench bench = new Bench()) {
            bench.target.beforeShowing = () -> {
                if (left.getAndDecrement() > 0) {
                    throw new IllegalStateException("a bug in a target");
                }
            };
            Applied first = bench.create("anna");

            assertThat(first.summary()).contains("java.lang.IllegalStateException: a bug in a target");
            bench.awaitVerified(1);
        }
    }

    @Test
    void an_exception_of_a_reloader_fails_the_round_after_the_files_and_the_next_one_heals() {
        Duration late = Duration.ofMinutes(1); // or a retry may be seen in place of the first round
        try (Bench bench = new Bench(settings -> settings.applySettings(Bench.QUICK.withRetries(late, late)))) {
            bench.asterisk.answer = request -> {
                throw new IllegalStateException("a bug in a reloader");
            };
            Applied first = bench.create("anna");

            assertThat(first.isVerified()).isFalse();
            assertThat(first.summary()).contains("was written, but then: ", "a bug in a reloader");
            assertThat(bench.condition(Type.WRITTEN).status()).isEqualTo(Status.TRUE);
            assertThat(bench.condition(Type.VERIFIED).status()).isEqualTo(Status.UNKNOWN);
            bench.asterisk.always(FakeAsterisk.VERIFIED);
            bench.sipwright.reconcile();
            bench.awaitVerified(1);
        }
    }

    @Test
    void an_error_of_a_reloader_does_not_end_the_thread() {
        try (Bench bench = new Bench()) {
            bench.asterisk.answer = request -> {
                throw new NoClassDefFoundError("a jar is missing");
            };
            bench.sipwright.users().create(People.user("anna"));

            Bounded.until("the error is seen", () -> bench.status().summary().contains("a jar is missing"));
            bench.asterisk.always(FakeAsterisk.VERIFIED);
            bench.awaitVerified(1);
        }
    }

    @Test
    void a_change_that_is_stored_returns_whatever_the_reloader_does() {
        try (Bench bench = new Bench(builder -> builder.applying(Applying.BEFORE_RETURN))) {
            bench.asterisk.answer = request -> {
                throw new IllegalStateException("a bug in a reloader");
            };

            Applied applied = bench.sipwright
                    .users()
                    .create(People.user("anna"))
                    .applied()
                    .orElseThrow();

            assertThat(applied.summary()).contains("a bug in a reloader");
            assertThat(bench.sipwright.users().find("anna")).isPresent();
        }
    }

    @Test
    void a_listener_that_throws_disturbs_no_one() {
        ApplyListener broken = new ApplyListener() {
            @Override
            public void written(String node, long generation, WriteResult result) {
                throw new IllegalStateException("a bug in a listener");
            }

            @Override
            public void roundEnded(NodeStatus before, NodeStatus after) {
                throw new AssertionError("a bug in a listener");
            }
        };
        ListenerTest.Told told = new ListenerTest.Told();
        try (Bench bench = new Bench(builder -> builder.listener(broken).listener(told))) {
            assertThat(bench.create("anna").isVerified()).isTrue();
            assertThat(bench.create("bob").isVerified()).isTrue();
            Bounded.until("the other is told", () -> told.steps.contains("ended 2"));
        }
    }

    @Test
    void an_interrupt_does_not_end_the_thread() {
        try (Bench bench = new Bench(builder ->
                builder.applySettings(Bench.QUICK).node(new Node("odd-name", new FakeTarget(), new FakeAsterisk())))) {
            CloseTest.threads("sipwright-").forEach(Thread::interrupt);

            assertThat(bench.create("anna").isVerified()).isTrue();
        }
    }
}
