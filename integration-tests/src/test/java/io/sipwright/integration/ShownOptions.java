package io.sipwright.integration;

import io.sipwright.apply.Plan.ObjectChange;
import io.sipwright.apply.Plan.OptionChange;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.secret.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds the options of a plan against those that Asterisk shows. An option that is not set has its default. */
final class ShownOptions {

    private static final Set<String> TRUE = Set.of("yes", "true", "1", "on");

    /** Takes effect in {@code allow}. */
    private static final String DISALLOW = "disallow";

    private final PjsipSchema schema;
    private int compared;

    ShownOptions(AsteriskVersion version) {
        this.schema = PjsipSchema.of(version);
    }

    /** How many values could be held against those that are shown. */
    int compared() {
        return compared;
    }

    /** What is wrong with an object that was added; empty if nothing is. */
    List<String> added(ObjectChange change, Map<String, String> now) {
        List<String> problems = new ArrayList<>();
        for (OptionChange option : change.options()) {
            Optional<String> meant = meant(change, option, option.after());
            compared += meant.isPresent() ? 1 : 0;
            if (meant.isPresent() && !same(meant.get(), now.get(option.name()))) {
                problems.add(change.object() + " " + option + " is shown as " + now.get(option.name()));
            }
        }
        return problems;
    }

    /** What is wrong with an object that was changed. */
    List<String> changed(ObjectChange change, Map<String, String> before, Map<String, String> now) {
        List<String> problems = added(change, now);
        Set<String> planned = new HashSet<>();
        for (OptionChange option : change.options()) {
            planned.add(option.name());
            Optional<String> from = meant(change, option, option.before());
            Optional<String> to = meant(change, option, option.after());
            boolean visible = from.isPresent() && to.isPresent() ? !same(from.get(), to.get()) : isSet(option);
            boolean differs = !now.getOrDefault(option.name(), "").equals(before.getOrDefault(option.name(), ""));
            if (visible != differs && !option.name().equals(DISALLOW)) {
                problems.add(change.object() + " " + option + (visible ? " shows no change: " : " shows a change: ")
                        + before.get(option.name()) + " to " + now.get(option.name()));
            }
        }
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.removeAll(planned);
        names.remove("@rev");
        names.stream()
                .filter(name -> !now.getOrDefault(name, "").equals(before.getOrDefault(name, "")))
                .forEach(name -> problems.add(change.object() + " shows another " + name + " than before, unplanned: "
                        + before.get(name) + " to " + now.get(name)));
        return problems;
    }

    private static boolean isSet(OptionChange option) {
        return !option.before().equals(option.after()) || option.after().contains(Secret.MASK);
    }

    /** The one form of a value; empty where it can't be told: a secret, or what Asterisk spells in its own way. */
    private Optional<String> meant(ObjectChange change, OptionChange option, List<String> values) {
        OptionType type = schema.type(change.object().type())
                .flatMap(known -> known.option(option.name()))
                .orElse(null);
        if (type == null || type.secret() || values.size() > 1) {
            return Optional.empty();
        }
        String value = values.isEmpty() ? type.defaultValue() : values.get(0);
        return switch (type.kind()) {
            case "bool" -> Optional.of(Boolean.toString(TRUE.contains(value)));
            case "uint", "int", "string", "context", "sip-user", "host", "ref:transport", "ref:endpoint" ->
                Optional.of(value);
            default -> Optional.empty();
        };
    }

    /** As it is shown, or as the same boolean. */
    private static boolean same(String meant, String shown) {
        return shown != null
                && (meant.equals(shown) || meant.equals(Boolean.toString(TRUE.contains(shown))) && isBoolean(shown));
    }

    private static boolean isBoolean(String shown) {
        return TRUE.contains(shown) || shown.equals("no") || shown.equals("false");
    }
}
