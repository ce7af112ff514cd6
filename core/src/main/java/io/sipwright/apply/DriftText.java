package io.sipwright.apply;

import io.sipwright.apply.Drift.ObjectDrift;
import io.sipwright.apply.Plan.OptionChange;
import java.util.List;
import java.util.stream.Collectors;

/** A drift as a person reads it. */
final class DriftText {

    private DriftText() {}

    static String line(ObjectDrift drift) {
        String sign = switch (drift.action()) {
            case ADDED -> "+ ";
            case CHANGED -> "~ ";
            case REMOVED -> "- ";
        };
        String place = switch (drift.place()) {
            case FILE -> " in the file";
            case ROW -> " in its row";
            case ASTERISK -> " in Asterisk";
        };
        String options = drift.options().stream().map(DriftText::option).collect(Collectors.joining("; "));
        String reason = drift.reason().isEmpty() ? "" : " (" + drift.reason() + ")";
        return sign + drift.object() + place + (options.isEmpty() ? "" : ": " + options) + reason;
    }

    private static String option(OptionChange change) {
        return change.name() + " " + value(change.before()) + " -> " + value(change.after());
    }

    private static String value(List<String> values) {
        return values.isEmpty() ? "unset" : String.join(", ", values);
    }
}
