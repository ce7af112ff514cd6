package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.reload.Reloader;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.StoreView;
import io.sipwright.user.SipUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** An earlier state, told by the history, is what it was when it was the newest. */
class EarlierViewPropertyTest {

    private static final List<String> NAMES = List.of("alice", "Bob", "carol", "dave", "eve", "Zoe");

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anEarlierStateIsWhatItWas(@ForAll long seed) {
        Random random = new Random(seed);
        InMemoryStore store = new InMemoryStore();
        List<List<SipUser>> states = new ArrayList<>();
        try (Sipwright sipwright = Sipwright.builder()
                .store(store)
                .target(new FakeTarget())
                .reloader(Reloader.none())
                .applying(Applying.ON_REQUEST)
                .build()) {
            states.add(List.of());
            while (states.size() < 15) {
                change(random, sipwright);
                List<SipUser> now = store.read(EarlierViewPropertyTest::users);
                if (store.<Long>read(StoreView::generation) == states.size()) {
                    states.add(now);
                }
            }
        }
        store.read(newest -> {
            for (int generation = 0; generation < states.size(); generation++) {
                StoreView earlier = EarlierView.of(newest, generation);
                List<SipUser> then = states.get(generation);
                assertThat(earlier.generation()).isEqualTo(generation);
                assertThat(users(earlier)).isEqualTo(then);
                assertThat(earlier.users().findAll(NAMES).values()).containsExactlyInAnyOrderElementsOf(then);
                assertThat(NAMES.stream().flatMap(name -> earlier.users().find(name).stream()))
                        .containsExactlyInAnyOrderElementsOf(then);
                long shown = generation;
                try (Stream<Long> changes = earlier.changesSince(0).map(change -> change.generation())) {
                    assertThat(changes).allMatch(number -> number <= shown);
                }
            }
            return true;
        });
    }

    private static List<SipUser> users(StoreView view) {
        try (Stream<SipUser> users = view.users().stream()) {
            return users.toList();
        }
    }

    private static void change(Random random, Sipwright sipwright) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        if (random.nextInt(3) == 0) {
            sipwright.users().find(name).ifPresent(user -> sipwright.users().delete(name));
        } else {
            sipwright.upsertAll(new Batch(List.of(), List.of(People.user(name, "context" + random.nextInt(4)))));
        }
    }
}
