package io.sipwright.web;

import io.sipwright.apply.Plan;
import java.util.List;
import java.util.Locale;

/** What applying would change. */
record PlanBody(boolean success, List<NodePlan> nodes) implements ApiBody {

    record NodePlan(String node, long generation, List<ObjectChange> changes, List<String> notes) {}

    /**
     * One object.
     *
     * @param action added, changed or removed
     */
    record ObjectChange(String type, String name, String action, List<OptionChange> options) {}

    record OptionChange(String name, List<String> before, List<String> after) {}

    static PlanBody of(List<Plan> plans) {
        return new PlanBody(true, plans.stream().map(PlanBody::node).toList());
    }

    private static NodePlan node(Plan plan) {
        return new NodePlan(
                plan.node(),
                plan.generation(),
                plan.changes().stream().map(PlanBody::object).toList(),
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
