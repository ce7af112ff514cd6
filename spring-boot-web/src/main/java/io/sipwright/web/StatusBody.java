package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How far each node has come.
 *
 * @param verified whether all of them were seen running what is stored
 */
record StatusBody(boolean success, boolean verified, List<NodeBody> nodes) implements ApiBody {

    /** How far a node has come. Generations are -1 where there is none. */
    record NodeBody(
            String node,
            ReloadBody.State state,
            @JsonProperty("desired_generation") long desiredGeneration,
            @JsonProperty("written_generation") long writtenGeneration,
            @JsonProperty("verified_generation") long verifiedGeneration,
            String summary,
            List<ConditionBody> conditions) {}

    /** Something that is known of a node, or is not known. */
    record ConditionBody(String type, String status, String reason, String message, Instant since) {

        static ConditionBody of(Condition condition) {
            return new ConditionBody(
                    lower(condition.type()),
                    lower(condition.status()),
                    condition.reason(),
                    condition.message(),
                    condition.since());
        }

        private static String lower(Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
    }

    static StatusBody of(List<NodeStatus> nodes) {
        List<NodeBody> bodies = nodes.stream()
                .map(node -> new NodeBody(
                        node.node(),
                        state(node),
                        node.desiredGeneration(),
                        node.writtenGeneration(),
                        node.verifiedGeneration(),
                        node.summary(),
                        node.conditions().stream().map(ConditionBody::of).toList()))
                .toList();
        return new StatusBody(
                true, bodies.stream().allMatch(node -> node.state() == ReloadBody.State.VERIFIED), bodies);
    }

    /** What ran once may not run any more: the condition knows. */
    private static ReloadBody.State state(NodeStatus node) {
        boolean verified = node.condition(Condition.Type.VERIFIED)
                .filter(condition -> condition.status() == Condition.Status.TRUE)
                .isPresent();
        ReloadBody.State state = node.desiredGeneration() < 0
                ? ReloadBody.State.PENDING
                : ReloadBody.state(node, node.desiredGeneration());
        return state == ReloadBody.State.VERIFIED && !verified ? ReloadBody.State.NOT_VERIFIED : state;
    }
}
