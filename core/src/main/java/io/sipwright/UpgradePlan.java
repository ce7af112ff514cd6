package io.sipwright;

import io.sipwright.reload.ObjectKey;
import io.sipwright.store.ObjectKind;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What trunks and SIP users would become if a catalogue of templates took the place of the present one. Immutable and
 * thread-safe; holds no secret.
 *
 * @param generation number of the state that was looked at
 * @param objects those that would be rendered in another way, get another version of their template, or become invalid; trunks
 *     first, sorted by name
 * @param unchanged how many others there are, which would stay as they are
 */
public record UpgradePlan(long generation, List<ObjectUpgrade> objects, long unchanged) {

    public UpgradePlan {
        objects = List.copyOf(objects);
    }

    /** Whether an object would become invalid: it would be rendered all the same, and could not be changed until mended. */
    public boolean isBreaking() {
        return objects.stream().anyMatch(object -> !object.violations().isEmpty());
    }

    /** A page for people, without secrets. Long plans are cut. */
    @Override
    public String toString() {
        return UpgradeText.of(this);
    }

    /**
     * One trunk or SIP user.
     *
     * @param kind which of both
     * @param name of the object
     * @param active whether it is rendered at all; one that is not is looked at as if it were
     * @param template id of its template
     * @param fromVersion version of the template in the present catalogue; empty if it has none of that id
     * @param toVersion version in the other catalogue; empty if the template is gone, and the object could not be rendered
     * @param options that differ, in the order of the sections, sorted by name in each; empty if only their order differs, or
     *     the version
     * @param violations what would be wrong with it then, and is not now
     */
    public record ObjectUpgrade(
            ObjectKind kind,
            String name,
            boolean active,
            String template,
            OptionalInt fromVersion,
            OptionalInt toVersion,
            List<OptionUpgrade> options,
            List<Violation> violations) {

        public ObjectUpgrade {
            options = List.copyOf(options);
            violations = List.copyOf(violations);
        }
    }

    /**
     * One option, seen from three sides: the old template, the new template, and the object's own override. Secrets are masked.
     *
     * @param role of the section in the template
     * @param section its type and name in Asterisk
     * @param option name of the option
     * @param from values by the old template, without overrides; empty for none
     * @param to values by the new template, without overrides
     * @param override values set by hand, which win over both; an empty list takes the option away, and an empty optional stands
     *     for no override
     * @param result values that Asterisk would get
     */
    public record OptionUpgrade(
            String role,
            ObjectKey section,
            String option,
            List<String> from,
            List<String> to,
            Optional<List<String>> override,
            List<String> result) {

        public OptionUpgrade {
            from = List.copyOf(from);
            to = List.copyOf(to);
            override = override.map(List::copyOf);
            result = List.copyOf(result);
        }
    }
}
