package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.apply.Plan;
import io.sipwright.reload.ObjectKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What applying would change.
 *
 * @param plan to be handed to apply, which then does this or nothing
 */
record PlanBody(boolean success, String plan, List<NodePlan> nodes) implements ApiBody {

    /**
     * One node.
     *
     * @param empty whether nothing would be written or reloaded
     * @param restarts names of registrations that carriers notice
     * @param expectedSeconds how long it would take; null while that is not known
     */
    record NodePlan(
            String node,
            long generation,
            boolean empty,
            List<ObjectChange> changes,
            List<String> restarts,
            @JsonProperty("expected_seconds") @Nullable Double expectedSeconds,
            List<String> notes) {}

    /**
     * One object.
     *
     * @param action added, changed or removed
     */
    record ObjectChange(String type, String name, String action, List<OptionChange> options) {}

    record OptionChange(String name, List<String> before, List<String> after) {}

    static PlanBody of(List<Plan> plans) {
        return new PlanBody(
                true, PlanToken.of(plans), plans.stream().map(PlanBody::node).toList());
    }

    private static NodePlan node(Plan plan) {
        return new NodePlan(
                plan.node(),
                plan.generation(),
                plan.isEmpty(),
                plan.changes().stream().map(PlanBody::object).toList(),
                plan.restarts().stream().map(ObjectKey::name).toList(),
                plan.expected().map(time -> time.toMillis() / 1000.0).orElse(null),
                plan.notes());
    }

    private static ObjectChange object(Plan.ObjectChange change) {
        return new ObjectChange(
                change.object().type(),
                change.object().name(),
                change.action().name().toLowerCase(Locale.ROOT),
                change.options().stream()
                        .map(option -> new OptionChange(option.name(), option.before(), option.after()))
                        .toList());
    }
}
