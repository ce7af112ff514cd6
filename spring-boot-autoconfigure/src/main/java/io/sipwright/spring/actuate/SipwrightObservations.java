package io.sipwright.spring.actuate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.NodeStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Observes each round as {@code sipwright.round}, with the keys {@code node} and {@code outcome}. What the host observes of its
 * data source is then seen as a part of the round. Thread-safe.
 */
final class SipwrightObservations implements ApplyListener {

    private final ObservationRegistry registry;
    private final Map<String, Underway> underway = new ConcurrentHashMap<>();

    SipwrightObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void roundStarted(String node, long generation) {
        end(underway.remove(node), Outcome.FAILED); // an Error may have cut the last one short
        Observation observation = Observation.createNotStarted("sipwright.round", registry)
                .contextualName("sipwright round")
                .lowCardinalityKeyValue("node", node)
                .start();
        underway.put(node, new Underway(observation, observation.openScope(), Thread.currentThread()));
    }

    @Override
    public void roundEnded(NodeStatus before, NodeStatus after) {
        end(underway.remove(after.node()), Outcome.of(after));
    }

    private static void end(@Nullable Underway round, Outcome outcome) {
        if (round == null) {
            return;
        }
        if (round.thread() == Thread.currentThread()) { // the scope is the thread's
            round.scope().close();
        }
        round.observation().lowCardinalityKeyValue("outcome", outcome.tag()).stop();
    }

    /** A round that is not over. */
    private record Underway(Observation observation, Observation.Scope scope, Thread thread) {}
}
