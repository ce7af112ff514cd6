package io.sipwright.testkit.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.FileReading;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every reloader does, also one that looks at nothing: whatever befalls it is an outcome, and it never says of what
 * does not run that it does. A reloader is tested by a subclass that makes a world for each test. One that looks at what
 * runs is tested by {@link VerifyingReloaderContract}.
 */
@Timeout(120)
public abstract class ReloaderContract {

    private static final int CALLERS = 6;

    private @Nullable ReloaderWorld world;

    /** An Asterisk that runs no object of ours, and a reloader of it. Called once for each test that needs it. */
    protected abstract ReloaderWorld newWorld();

    /** The world of this test. */
    protected final ReloaderWorld world() {
        ReloaderWorld known = world;
        if (known == null) {
            known = newWorld();
            world = known;
        }
        return known;
    }

    @AfterEach
    final void endWorld() {
        if (world != null) {
            world.close();
        }
    }

    final ReloadOutcome reload(List<Section> wanted, List<Section> running) {
        return world().reloader().reload(ReloaderObjects.request(wanted, running));
    }

    @Test
    void what_was_never_written_is_never_seen_running() {
        List<Section> users = ReloaderObjects.users("alice");

        assertThat(world().reloader().verify(ReloaderObjects.request(users, List.of())))
                .isNotInstanceOf(Verified.class);
        assertThat(reload(users, List.of())).isNotInstanceOf(Verified.class);
    }

    @Test
    void nothing_is_wanted_and_nothing_wrong() {
        assertThatCode(() -> reload(List.of(), List.of())).doesNotThrowAnyException();
    }

    @Test
    void without_an_asterisk_there_is_an_outcome_and_it_is_not_verified() {
        List<Section> users = ReloaderObjects.users("alice");
        world().write(users);
        reload(users, List.of());
        world().stop();

        assertThat(reload(users, users)).isNotInstanceOf(Verified.class);
        assertThat(world().reloader().verify(ReloaderObjects.request(users, users)))
                .isNotInstanceOf(Verified.class);
        assertThat(world().reloader().incarnation()).isEmpty();
    }

    @Test
    void an_incarnation_stays_while_nothing_happens() {
        assertThat(world().reloader().incarnation())
                .isEqualTo(world().reloader().incarnation());
    }

    @Test
    void a_file_that_is_not_there_can_not_be_read_and_that_is_an_outcome() {
        FileReading reading = world().reloader().read(Path.of("/no/such/file.conf"), section -> {
            throw new AssertionError("a section of no file");
        });

        assertThat(reading).isNotInstanceOf(FileReading.Read.class);
    }

    @Test
    void closing_twice_is_once_and_a_closed_one_is_used_again() {
        List<Section> users = ReloaderObjects.users("alice");
        world().write(users);
        ReloadOutcome before = reload(users, List.of());
        world().reloader().close();
        world().reloader().close();

        assertThat(reload(users, List.of())).hasSameClassAs(before);
        Reloader unused = world().another();
        unused.close();
        unused.close();
    }

    @Test
    void many_may_call_at_once() throws Exception {
        List<Section> users = ReloaderObjects.users("alice", "bob");
        world().write(users);
        ReloadOutcome alone = reload(users, List.of());
        ReloadRequest request = ReloaderObjects.request(users, List.of());
        List<Callable<ReloadOutcome>> calls = IntStream.range(0, CALLERS)
                .<Callable<ReloadOutcome>>mapToObj(i -> () -> {
                    world().reloader().incarnation();
                    return world().reloader().reload(request);
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<ReloadOutcome> outcome : threads.invokeAll(calls)) {
                assertThat(outcome.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void no_secret_shows() {
        List<Section> users = ReloaderObjects.users("alice");
        ReloadOutcome outcome = reload(users, List.of()); // nothing was written: there is something to say
        ReloadOutcome verified = world().reloader().verify(ReloaderObjects.request(users, List.of()));

        assertThat(outcome + outcome.summary() + verified + verified.summary() + world().reloader())
                .doesNotContain(ReloaderObjects.SECRET)
                .doesNotContain("canary");
    }

    @Test
    void an_empty_request_is_no_reason_to_touch_what_runs() {
        List<Section> users = ReloaderObjects.users("alice");
        world().write(users);
        ReloadOutcome before = reload(users, List.of());
        world().reloader().verify(new ReloadRequest(2, Manifest.empty(), Manifest.empty()));

        assertThat(reload(users, users)).hasSameClassAs(before);
    }
}
