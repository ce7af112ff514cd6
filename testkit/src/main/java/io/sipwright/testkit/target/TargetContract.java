package io.sipwright.testkit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.target.StagedWrite;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every target does: it takes all of a rendering or nothing, and knows what it took. A target is tested by a subclass
 * that makes one that holds nothing. What a target may leave out (to be read, to keep a last known good) is tested of those
 * that have it.
 */
@Timeout(60)
public abstract class TargetContract {

    private static final String TRUNKS = "pjsip_trunks.conf";
    private static final String USERS = "pjsip_users.conf";

    private @Nullable Target target;

    /** A target that holds nothing. Called once for each test. */
    protected abstract Target newTarget();

    /** The target of this test. */
    protected final Target target() {
        Target known = target;
        if (known == null) {
            known = newTarget();
            target = known;
        }
        return known;
    }

    private static Section section(String name, String value) {
        return Section.of(name, "endpoint", List.of(new Option("context", value)));
    }

    private static TargetFile file(String name, PjsipElement... elements) {
        return new TargetFile(name, taker -> List.of(elements).forEach(taker));
    }

    private static List<TargetFile> both(String value) {
        return List.of(file(TRUNKS, section("carrier", value)), file(USERS, section("alice", value)));
    }

    private List<PjsipElement> read(String name) {
        List<PjsipElement> elements = new ArrayList<>();
        assumeTrue(target().read(name, elements::add), "it can be read");
        return elements;
    }

    @Test
    void what_is_written_is_there() {
        assertThat(target().write(both("a")).files())
                .containsEntry(TRUNKS, Outcome.WRITTEN)
                .containsEntry(USERS, Outcome.WRITTEN);
        assertThat(read(USERS)).containsExactly(section("alice", "a"));
        assertThat(read(TRUNKS)).containsExactly(section("carrier", "a"));
    }

    @Test
    void what_is_written_replaces_what_was_there() {
        target().write(both("a"));
        target().write(List.of(file(TRUNKS), file(USERS, section("bob", "b"))));

        assertThat(read(USERS)).containsExactly(section("bob", "b"));
        assertThat(read(TRUNKS)).isEmpty();
    }

    @Test
    void the_same_again_is_no_change() {
        target().write(both("a"));

        assertThat(target().write(both("a")).isWritten()).isFalse();
    }

    @Test
    void what_can_not_be_made_leaves_everything_as_it_was() {
        target().write(both("a"));
        TargetFile broken = new TargetFile(USERS, taker -> {
            taker.accept(section("bob", "b"));
            throw new IllegalStateException("no more");
        });

        assertThatThrownBy(() -> target().write(List.of(file(TRUNKS, section("carrier", "b")), broken)))
                .isInstanceOf(RuntimeException.class);
        assertThat(read(TRUNKS)).containsExactly(section("carrier", "a"));
        assertThat(read(USERS)).containsExactly(section("alice", "a"));
        assertThat(target().write(both("c")).isWritten()).isTrue();
    }

    @Test
    void what_can_not_be_written_leaves_everything_as_it_was() {
        target().write(both("a"));

        assertThatThrownBy(() -> target().write(both("b\n[evil]"))).isInstanceOf(RuntimeException.class);
        assertThat(read(USERS)).containsExactly(section("alice", "a"));
    }

    @Test
    void what_is_staged_is_there_once_it_is_shown() {
        target().write(both("a"));
        try (StagedWrite staged = target().stage(both("b"))) {
            assertThat(staged.show().isWritten()).isTrue();
        }
        assertThat(read(USERS)).containsExactly(section("alice", "b"));
    }

    @Test
    void what_is_not_there_is_not_read() {
        assertThat(target().read("nothing.conf", element -> {
                    throw new AssertionError("an element of nothing");
                }))
                .isFalse();
        assertThat(target().isUntouched()).isFalse();
    }

    @Test
    void the_last_known_good_comes_back() {
        target().write(both("a"));
        target().markGood();
        List<PjsipElement> good = new ArrayList<>();
        assumeTrue(target().readGood(good::add), "it keeps a last known good");
        target().write(both("b"));

        assertThat(good).contains(section("alice", "a"), section("carrier", "a"));
        assertThat(target().restore()).isTrue();
        assertThat(read(USERS)).containsExactly(section("alice", "a"));
        assertThat(target().restore()).isFalse();
    }

    @Test
    void without_a_last_known_good_nothing_comes_back() {
        target().write(both("a"));

        assertThat(target().readGood(element -> {})).isFalse();
        assertThat(target().restore()).isFalse();
    }

    @Test
    void of_many_writers_at_once_one_is_the_last() throws Exception {
        List<Callable<Object>> writers = IntStream.range(0, 20)
                .<Callable<Object>>mapToObj(i -> () -> target().write(both("w" + i)))
                .toList();
        target();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Object> write : threads.invokeAll(writers)) {
                write.get();
            }
        } finally {
            threads.shutdownNow();
        }
        String trunks = ((Section) read(TRUNKS).get(0)).first("context").orElseThrow();
        assertThat(read(USERS)).containsExactly(section("alice", trunks));
    }
}
