package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.TargetException;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever happens, and whichever of two instances does it: in the end the rows are the rendering, and each node was told. */
class RowHistoryPropertyTest {

    private static final int STEPS = 40;
    private static final List<String> NAMES = List.of("alice", "bob", "carol", "dave");

    private final InMemoryStore store = new InMemoryStore();
    private final FakeRows rows = new FakeRows();
    private final LearningAsterisk near = new LearningAsterisk(rows);
    private final LearningAsterisk far = new LearningAsterisk(rows);

    private Sipwright instance(String owner) {
        return Sipwright.builder()
                .store(store)
                .node(new Node("far", rows, far))
                .node(new Node("near", rows, near))
                .applying(Applying.BEFORE_RETURN)
                .applySettings(Bench.QUICK.withOwner(owner))
                .build();
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void rowsAreTheRenderingInTheEnd(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Sipwright> instances = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            String owner = random.nextBoolean() ? "one" : "two";
            step(random, instances.computeIfAbsent(owner, this::instance));
            if (random.nextInt(10) == 0) {
                instances.remove(owner); // it dies, and another takes its place
            }
        }
        rows.recover();
        near.answers(true);
        far.answers(true);
        Sipwright last = instance("last");
        last.reconcile();
        last.reconcile();

        assertThat(rows.sections()).isEqualTo(rendering());
        assertThat(last.status()).allMatch(status -> status.verifiedGeneration() == rows.generation());
        assertThat(near.known()).isEqualTo(rendering().keySet());
        assertThat(far.known()).isEqualTo(rendering().keySet());
    }

    private void step(Random random, Sipwright sipwright) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> upsert(random, sipwright, name);
            case 4, 5 ->
                sipwright.users().find(name).ifPresent(user -> sipwright.users().delete(name));
            case 6 ->
                sipwright
                        .users()
                        .find(name)
                        .ifPresent(user -> sipwright
                                .users()
                                .update(
                                        name,
                                        SipUserPatch.builder()
                                                .active(!user.active())
                                                .build()));
            case 7 -> (random.nextBoolean() ? near : far).answers(random.nextBoolean());
            case 8 -> rows.lose(random.nextInt(4) == 0 ? -1 : rows.generation());
            case 9 -> rows.beforeWriting = once(random);
            case 10 -> sipwright.reconcile();
            default -> sipwright.apply();
        }
    }

    private static void upsert(Random random, Sipwright sipwright, String name) {
        SipUserSpec user = People.user(name, "context" + random.nextInt(3));
        sipwright.upsertAll(new Batch(List.of(), List.of(user)));
    }

    /** The next writing fails, or someone else was faster. */
    private Runnable once(Random random) {
        boolean fails = random.nextBoolean();
        return () -> {
            rows.recover();
            if (fails) {
                throw new TargetException("the connection broke");
            }
            rows.lose(-1);
        };
    }

    private Map<ObjectKey, Section> rendering() {
        Renderer renderer =
                new Renderer(TemplateCatalog.shipped(), AsteriskVersion.V22, Stamps.keyed(store.stampKey()));
        Map<ObjectKey, Section> sections = new HashMap<>();
        store.<Boolean>read(view -> {
            RowDelta.all(view, renderer)
                    .forEach(object ->
                            object.sections().forEach(section -> sections.put(Staging.key(section), section)));
            return true;
        });
        return sections;
    }
}
