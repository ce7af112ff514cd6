package io.sipwright.web;

import io.sipwright.error.Suggestion;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the members of one kind of objects are called in JSON.
 *
 * @param nameMember with the name of the object
 * @param members besides the fields of the template
 */
record Wording(String nameMember, Set<String> members) {

    static final Wording TRUNK = new Wording(
            "trunk_name",
            Set.of(
                    "trunk_name",
                    "provider",
                    "is_active",
                    "allow_wide_inbound",
                    "overrides",
                    "auth_type",
                    "registration_enabled"));

    static final Wording USER = new Wording(
            "username", Set.of("username", "template_type", "is_active", "notes", "overrides", "generate_secret"));

    /** Members that we answer and that can't be set: who sends back what he was answered need not remove them. */
    static final Set<String> READ_ONLY =
            Set.of("id", "version", "template_version", "created_at", "updated_at", "secrets_set", "defaulted");

    /** What we found, and what the library found where we found nothing. */
    List<Violation> merged(Collection<Violation> ours, Collection<Violation> others) {
        List<Violation> merged = new ArrayList<>(ours);
        Set<String> paths = new HashSet<>();
        ours.forEach(violation -> paths.add(violation.path()));
        others.stream()
                .map(this::worded)
                .filter(violation -> !violation.path().equals(Members.POISON) && !paths.contains(violation.path()))
                .forEach(merged::add);
        return merged;
    }

    private Violation worded(Violation violation) {
        if (violation.path().equals("name")) {
            return new Violation(nameMember, violation.code(), violation.message(), null);
        }
        if (violation.code().equals("field.unknown") && !violation.message().contains("?")) {
            String suggestion = Suggestion.sentence(violation.path(), members);
            return new Violation(violation.path(), violation.code(), violation.message() + suggestion, null);
        }
        return violation;
    }
}
