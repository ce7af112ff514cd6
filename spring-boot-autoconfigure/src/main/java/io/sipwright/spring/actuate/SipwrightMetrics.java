package io.sipwright.spring.actuate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import io.sipwright.reload.ReloadOutcome;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what is done. A round that found everything at rest is not counted. Thread-safe.
 *
 * <ul>
 *   <li>{@code sipwright.apply.phase} (timer; {@code node}, {@code phase}): how long rendering ({@code stage}), replacing the
 *       files ({@code show}) and reloading and looking ({@code reload}) take
 *   <li>{@code sipwright.rounds} (counter; {@code node}, {@code outcome}): rounds
 *   <li>{@code sipwright.reloads} (counter; {@code node}, {@code outcome}): times that Asterisk was asked
 *   <li>{@code sipwright.objects.rejections} (counter; {@code node}): objects that Asterisk was found not to run, at each look
 *   <li>{@code sipwright.drifts} (counter; {@code node}): times that someone else's edit was found
 *   <li>{@code sipwright.restorations} (counter; {@code node}): times that the last known good files were brought back
 *   <li>{@code sipwright.reverts} (counter): times that changes were taken back that were to be confirmed
 * </ul>
 *
 * <p>Nothing bears the name of a trunk or a user: each name would be one more series for ever.
 */
final class SipwrightMetrics implements ApplyListener {

    private final MeterRegistry registry;
    /** Nodes whose round is not over. */
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    SipwrightMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void roundStarted(String node, long generation) {
        started.add(node);
    }

    @Override
    public void reloaded(String node, long generation, ReloadOutcome outcome) {
        Counter.builder("sipwright.reloads")
                .description("Times that Asterisk was asked to reload, or what it runs")
                .tag("node", node)
                .tag("outcome", Outcome.of(outcome).tag())
                .register(registry)
                .increment();
        if (outcome instanceof ReloadOutcome.Rejected rejected) {
            count("sipwright.objects.rejections", "Objects that Asterisk was found not to run", node)
                    .increment(rejected.objects().size());
        }
    }

    @Override
    public void roundEnded(NodeStatus before, NodeStatus after) {
        Round round = after.lastRound();
        boolean hasBegun = started.remove(after.node());
        if (!hasBegun && (round == null || round.failure() == null)) {
            return; // a look that found nothing to do, or another instance at work
        }
        Counter.builder("sipwright.rounds")
                .description("Rounds that brought the newest state to an Asterisk, or tried to")
                .tag("node", after.node())
                .tag("outcome", Outcome.of(after).tag())
                .register(registry)
                .increment();
        if (round != null) {
            durations(after.node(), round);
            transitions(before, after, round);
        }
    }

    /** By the instance that took them back, and by no other. */
    @Override
    public void wentBack(long base, long newest, String reason) {
        Counter.builder("sipwright.reverts")
                .description("Times that changes were taken back that were to be confirmed")
                .register(registry)
                .increment();
    }

    private void durations(String node, Round round) {
        round.durations()
                .forEach((phase, duration) -> Timer.builder("sipwright.apply.phase")
                        .description("How long a part of a round takes")
                        .tag("node", node)
                        .tag("phase", phase.name().toLowerCase(Locale.ROOT))
                        .register(registry)
                        .record(duration));
    }

    /** An edit that is still there, or files that are still the old ones, are found again by each round. */
    private void transitions(NodeStatus before, NodeStatus after, Round round) {
        if (new NodeProgress(after).isDrifted() && !new NodeProgress(before).isDrifted()) {
            count("sipwright.drifts", "Times that someone else's edit was found in our files", after.node())
                    .increment();
        }
        if (round.restored() && round.written() != null) { // it is null where they have been brought back before
            count("sipwright.restorations", "Times that the last known good files were brought back", after.node())
                    .increment();
        }
    }

    private Counter count(String name, String description, String node) {
        return Counter.builder(name).description(description).tag("node", node).register(registry);
    }
}
