package io.sipwright;

import io.sipwright.UpgradePlan.ObjectUpgrade;
import io.sipwright.UpgradePlan.OptionUpgrade;
import io.sipwright.secret.Secret;
import java.util.List;
import java.util.OptionalInt;

/** A plan of an upgrade as a page that a person reads. */
final class UpgradeText {

    private static final int SHOWN = 50;

    private UpgradeText() {}

    static String of(UpgradePlan plan) {
        StringBuilder text = new StringBuilder();
        text.append("Generation ").append(plan.generation()).append(": ");
        text.append(plan.objects().size()).append(" would change, ");
        text.append(plan.unchanged()).append(" stay as they are\n");
        plan.objects().stream().limit(SHOWN).forEach(object -> add(text, object));
        if (plan.objects().size() > SHOWN) {
            text.append("and ").append(plan.objects().size() - SHOWN).append(" more\n");
        }
        return text.toString();
    }

    private static void add(StringBuilder text, ObjectUpgrade object) {
        text.append("~ ").append(object.kind().title()).append(' ').append(object.name());
        text.append(object.active() ? "" : ", inactive");
        text.append(" (").append(object.template()).append(' ');
        text.append(version(object.fromVersion())).append(" -> ").append(version(object.toVersion()));
        text.append(")\n");
        object.options()
                .forEach(option -> text.append("    ").append(line(option)).append('\n'));
        object.violations()
                .forEach(violation -> text.append("    ! ").append(violation).append('\n'));
    }

    private static String version(OptionalInt version) {
        return version.isPresent() ? Integer.toString(version.getAsInt()) : "none";
    }

    private static String line(OptionUpgrade option) {
        String name = option.section() + " " + option.option();
        boolean secret = option.from().contains(Secret.MASK) && option.to().contains(Secret.MASK);
        String change = option.from().equals(option.to())
                ? secret ? " changed" : " " + values(option.from()) + " in both templates"
                : " " + values(option.from()) + " -> " + values(option.to());
        return name
                + change
                + option.override().map(own -> ", overridden by " + values(own)).orElse("")
                + (option.result().equals(option.to()) ? "" : ", becomes " + values(option.result()));
    }

    private static String values(List<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", values);
    }
}
