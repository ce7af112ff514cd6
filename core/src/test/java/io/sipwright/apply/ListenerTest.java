package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those are told who want to know each step. */
@Timeout(60)
class ListenerTest {

    /** Takes down what it is told. */
    static final class Told implements ApplyListener {

        final List<String> steps = new CopyOnWriteArrayList<>();

        @Override
        public void roundStarted(String node, long generation) {
            steps.add("started " + generation);
        }

        @Override
        public void written(String node, long generation, WriteResult result) {
            steps.add("written " + generation);
        }

        @Override
        public void reloaded(String node, long generation, ReloadOutcome outcome) {
            steps.add("reloaded " + generation + " " + outcome.getClass().getSimpleName());
        }

        @Override
        public void roundEnded(NodeStatus before, NodeStatus after) {
            steps.add("ended " + after.verifiedGeneration());
        }
    }

    private final Told told = new Told();

    @Test
    void every_step_is_told_in_order() {
        try (Bench bench =
                new Bench(builder -> builder.applying(Applying.BEFORE_RETURN).listener(told))) {
            bench.sipwright.users().create(People.user("anna"));
            bench.asterisk.next(FakeAsterisk.missing("anna"));
            bench.sipwright.users().create(People.user("bob"));
            bench.sipwright.reconcile();

            assertThat(told.steps)
                    .containsExactly(
                            "started 1",
                            "written 1",
                            "reloaded 1 Verified",
                            "ended 1",
                            "started 2",
                            "written 2",
                            "reloaded 2 Rejected",
                            "reloaded 1 Verified",
                            "ended 1",
                            "started 2",
                            "ended 1");
        }
    }

    @Test
    void a_look_at_a_node_at_rest_ends_without_having_begun() {
        try (Bench bench =
                new Bench(builder -> builder.applying(Applying.BEFORE_RETURN).listener(told))) {
            bench.sipwright.users().create(People.user("anna"));
            told.steps.clear();

            bench.sipwright.reconcile();

            assertThat(told.steps).containsExactly("ended 1");
        }
    }
}
