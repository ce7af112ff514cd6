package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.ConflictException;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.StaleVersionException;
import io.sipwright.store.StoreView;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * What every store does: with single objects and with many at once, for audit, history and queries, with leases, and with
 * many callers at once. A store is tested by a subclass that makes an empty one.
 */
public abstract class StoreContract extends StoreProvisionalContract {

    private static final int NAMES = 30;

    /** Callers at once. */
    protected int threads() {
        return 16;
    }

    /** Changes that each of them tries. */
    protected int operations() {
        return 2000;
    }

    @Test
    void many_callers_leave_what_one_after_the_other_would() throws InterruptedException, ExecutionException {
        Map<String, SipUserSpec> model = new TreeMap<>(); // changed inside writings only, which are one at a time
        long[] changes = {0};
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < threads(); caller++) {
            Random random = new Random(caller);
            callers.add(() -> {
                for (int i = 0; i < operations(); i++) {
                    operate(random, model, changes);
                }
                return null;
            });
        }
        Callers.together(callers);

        Map<String, SipUserSpec> kept = store.read(view -> {
            Map<String, SipUserSpec> specs = new TreeMap<>();
            try (var users = view.users().stream()) {
                users.forEach(user -> specs.put(user.name(), user.spec()));
            }
            return specs;
        });
        assertThat(kept).isEqualTo(model);
        assertThat(store.<Long>read(StoreView::generation)).isEqualTo(changes[0]);
    }

    /** One random change, tried on the store and then on the model; refused by both or by none. */
    private void operate(Random random, Map<String, SipUserSpec> model, long[] changes) {
        String name = "user" + random.nextInt(NAMES);
        SipUserSpec spec = user(name).toBuilder()
                .extension(Integer.toString(random.nextInt(4)))
                .build();
        int kind = random.nextInt(4);
        try {
            store.write(writing -> {
                boolean changed = true;
                if (kind == 0) {
                    writing.users().insert(spec, 1);
                    assertThat(model.put(name, spec)).isNull();
                } else if (kind == 1) {
                    changed = writing.users()
                            .find(name)
                            .filter(present -> present.spec().equals(spec))
                            .isEmpty();
                    writing.users().update(spec, 1, ANY);
                    assertThat(model.put(name, spec)).isNotNull();
                } else if (kind == 2) {
                    writing.users().delete(name, ANY);
                    assertThat(model.remove(name)).isNotNull();
                } else {
                    writing.users().update(spec, 1, OptionalLong.of(Long.MAX_VALUE));
                }
                changes[0] += changed ? 1 : 0;
                return 0;
            });
        } catch (ConflictException | NotFoundException | StaleVersionException refused) {
            assertThat(refused.getMessage()).contains(name);
        }
    }

    @Test
    void a_reader_sees_one_state() throws InterruptedException, ExecutionException {
        write(writing -> {
            writing.users().insert(user("left").toBuilder().extension("0").build(), 1);
            return writing.users()
                    .insert(user("right").toBuilder().extension("0").build(), 1);
        });
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Void>> callers = new ArrayList<>();
        callers.add(() -> {
            try {
                for (int i = 1; i <= operations(); i++) {
                    String extension = Integer.toString(i);
                    write(writing -> {
                        writing.users()
                                .update(
                                        user("left").toBuilder()
                                                .extension(extension)
                                                .build(),
                                        1,
                                        ANY);
                        return writing.users()
                                .update(
                                        user("right").toBuilder()
                                                .extension(extension)
                                                .build(),
                                        1,
                                        ANY);
                    });
                }
            } finally {
                done.set(true); // also when it failed, or the readers would never end
            }
            return null;
        });
        for (int reader = 0; reader < 3; reader++) {
            callers.add(() -> {
                long last = 0;
                while (!done.get()) {
                    long generation = store.<Long>read(this::oneState);
                    assertThat(generation).isGreaterThanOrEqualTo(last);
                    last = generation;
                }
                return null;
            });
        }
        Callers.together(callers);
    }

    /** The generation of a view in which both users say the same, however often they are asked. */
    private long oneState(StoreView view) {
        String left = extension(view, "left");
        long generation = view.generation();
        Thread.yield();
        assertThat(extension(view, "right")).isEqualTo(left).isEqualTo(extension(view, "left"));
        assertThat(view.generation()).isEqualTo(generation);
        return generation;
    }

    private static String extension(StoreView view, String name) {
        return view.users()
                .find(name)
                .orElseThrow()
                .spec()
                .fields()
                .text("extension")
                .orElseThrow();
    }
}
