package io.sipwright.apply;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.store.InMemoryStore;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A Sipwright that applies in the background, with intervals that suit a test. */
final class Bench implements AutoCloseable {

    static final ApplySettings QUICK = ApplySettings.standard()
            .withRest(Duration.ofMillis(10), 1)
            .withPollInterval(Duration.ofMillis(30))
            .withRetries(Duration.ofMillis(40), Duration.ofMillis(200))
            .withReconcileInterval(Duration.ofMinutes(10));

    final InMemoryStore memory;
    final FaultyStore store;
    final FakeTarget target;
    final FakeAsterisk asterisk = new FakeAsterisk();
    final Sipwright sipwright;

    Bench() {
        this(UnaryOperator.identity());
    }

    Bench(UnaryOperator<SipwrightBuilder> settings) {
        this(new InMemoryStore(), new FakeTarget(), settings);
    }

    Bench(InMemoryStore memory, FakeTarget target, UnaryOperator<SipwrightBuilder> settings) {
        this.memory = memory;
        this.store = new FaultyStore(memory);
        this.target = target;
        this.sipwright = settings.apply(Sipwright.builder()
                        .store(store)
                        .target(target)
                        .reloader(asterisk)
                        .applySettings(QUICK))
                .build();
    }

    NodeStatus status() {
        return sipwright.status().get(0);
    }

    Applied create(String name) {
        return sipwright.users().create(People.user(name)).awaitApplied(Bounded.LONG);
    }

    void awaitVerified(long generation) {
        Bounded.until("generation " + generation + " runs", () -> status().verifiedGeneration() >= generation);
    }

    Condition condition(Condition.Type type) {
        return status().condition(type).orElseThrow();
    }

    @Override
    public void close() {
        sipwright.close();
    }
}
