package io.sipwright.apply;

import io.sipwright.apply.Plan.ObjectChange;
import io.sipwright.apply.Plan.OptionChange;
import io.sipwright.reload.ObjectKey;
import io.sipwright.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as a page that a person reads. */
final class PlanText {

    private static final int SHOWN = 50;

    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append("Node ").append(plan.node()).append(", generation ").append(plan.generation());
        text.append(": ").append(head(plan)).append('\n');
        plan.changes().stream()
                .limit(SHOWN)
                .forEach(change -> text.append(line(change)).append('\n'));
        if (plan.changes().size() > SHOWN) {
            text.append("and ").append(plan.changes().size() - SHOWN).append(" more\n");
        }
        if (!plan.restarts().isEmpty()) {
            text.append("Registrations that restart or end: ")
                    .append(names(plan.restarts()))
                    .append('\n');
        }
        plan.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
        return text.toString();
    }

    private static String head(Plan plan) {
        if (plan.isEmpty()) {
            return "nothing to do";
        }
        String counts = List.of(Plan.Action.values()).stream()
                .map(action -> count(plan, action) + " " + action.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return counts + plan.expected().map(PlanText::about).orElse("");
    }

    private static long count(Plan plan, Plan.Action action) {
        return plan.changes().stream()
                .filter(change -> change.action() == action)
                .count();
    }

    private static String about(Duration time) {
        return String.format(Locale.ROOT, ", about %.1f s", time.toMillis() / 1000.0);
    }

    private static String names(List<ObjectKey> keys) {
        String names = keys.stream().limit(SHOWN).map(ObjectKey::name).collect(Collectors.joining(", "));
        return keys.size() > SHOWN ? names + " and " + (keys.size() - SHOWN) + " more" : names;
    }

    private static String line(ObjectChange change) {
        return switch (change.action()) {
            case ADDED -> "+ " + change.object();
            case REMOVED -> "- " + change.object();
            case CHANGED -> "~ " + change.object() + ": " + options(change.options());
        };
    }

    private static String options(List<OptionChange> options) {
        return options.isEmpty()
                ? "the same options, in another order or with another stamp"
                : options.stream().map(PlanText::option).collect(Collectors.joining("; "));
    }

    private static String option(OptionChange option) {
        if (option.before().isEmpty()) {
            return option.name() + " = " + values(option.after());
        }
        if (option.after().isEmpty()) {
            return "no " + option.name();
        }
        return option.after().contains(Secret.MASK)
                ? option.name() + " changed"
                : option.name() + " " + values(option.before()) + " -> " + values(option.after());
    }

    private static String values(List<String> values) {
        return String.join(", ", values);
    }
}
