package io.sipwright.apply;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.Target;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rounds of one node, each when the test wants it, in the thread of the test. */
final class RoundBench {

    private static final Stamps STAMPS = Stamps.keyed(new byte[16]);

    final InMemoryStore memory;
    final FaultyStore store;
    final FakeTarget target;
    final FakeAsterisk asterisk;
    final Tenure tenure;
    final FileRounds rounds;

    RoundBench() {
        this(STAMPS);
    }

    RoundBench(Stamps stamps) {
        this(new InMemoryStore(), new FakeTarget(), new FakeAsterisk(), "one", stamps);
    }

    private RoundBench(InMemoryStore memory, FakeTarget target, FakeAsterisk asterisk, String owner, Stamps stamps) {
        this.memory = memory;
        this.store = new FaultyStore(memory);
        this.target = target;
        this.asterisk = asterisk;
        ApplySettings settings = ApplySettings.standard().withOwner(owner).withLease(Duration.ofMillis(200));
        tenure = new Tenure(store.nodes(), Node.DEFAULT_NAME, settings);
        rounds = rounds(target, stamps);
    }

    private FileRounds rounds(Target target, Stamps stamps) {
        Renderer renderer = new Renderer(TemplateCatalog.shipped(), AsteriskVersion.V22, stamps);
        return new FileRounds(
                new Node(Node.DEFAULT_NAME, target, asterisk),
                store,
                renderer,
                tenure,
                new IsolatedListeners(List.of()));
    }

    /** Another instance, with the same store, files and Asterisk. */
    RoundBench another() {
        return new RoundBench(memory, target, asterisk, "another", STAMPS);
    }

    RoundBench user(String name) {
        return user(People.user(name));
    }

    RoundBench user(SipUserSpec spec) {
        memory.write(writing -> writing.users().upsertAll(List.of(spec), user -> 1));
        return this;
    }

    RoundBench delete(String name) {
        memory.write(writing -> writing.users().delete(name, OptionalLong.empty()));
        return this;
    }

    long generation() {
        return memory.<Long>read(StoreView::generation);
    }

    Optional<Round> run(Reason reason) {
        return rounds.run(reason);
    }

    Round round(Reason reason) {
        return run(reason).orElseThrow();
    }

    Round change() {
        return round(Reason.CHANGE);
    }

    /** A state that is seen running, and a fresh record of what Asterisk is asked. */
    RoundBench settled() {
        change();
        asterisk.forget();
        return this;
    }
}
