package io.sipwright.spring.actuate;

import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** One node in an answer. */
record NodeDescriptor(
        String node,
        long desiredGeneration,
        long writtenGeneration,
        long verifiedGeneration,
        String summary,
        List<ConditionDescriptor> conditions,
        @Nullable RoundDescriptor lastRound)
        implements OperationResponseBody {

    static NodeDescriptor of(NodeStatus status) {
        Round round = status.lastRound();
        return new NodeDescriptor(
                status.node(),
                status.desiredGeneration(),
                status.writtenGeneration(),
                status.verifiedGeneration(),
                status.summary(),
                status.conditions().stream().map(ConditionDescriptor::of).toList(),
                round == null ? null : RoundDescriptor.of(round, Outcome.of(status)));
    }

    /** What is known of a node. */
    record ConditionDescriptor(
            Condition.Type type, Condition.Status status, String reason, String message, Instant since) {

        static ConditionDescriptor of(Condition condition) {
            return new ConditionDescriptor(
                    condition.type(), condition.status(), condition.reason(), condition.message(), condition.since());
        }
    }

    /** What the last round did; its error is null unless it could not be finished. */
    record RoundDescriptor(
            long generation, String outcome, @Nullable String error, Map<String, Duration> durations) {

        static RoundDescriptor of(Round round, Outcome outcome) {
            Map<String, Duration> durations = new TreeMap<>();
            round.durations()
                    .forEach((phase, time) -> durations.put(phase.name().toLowerCase(Locale.ROOT), time));
            return new RoundDescriptor(round.generation(), outcome.tag(), round.failure(), durations);
        }
    }
}
