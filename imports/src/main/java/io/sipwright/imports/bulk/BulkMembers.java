package io.sipwright.imports.bulk;

import io.sipwright.Sipwright;
import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.SectionType;
import io.sipwright.store.ObjectKind;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateField;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the members of one kind of objects are called: in columns of CSV, and in JSON.
 *
 * @param name member with the name of the object
 * @param own members besides the fields of templates
 * @param fields of any template
 * @param options that can be overridden, by the role of their section
 */
record BulkMembers(
        ObjectKind kind, String name, Set<String> own, Set<String> fields, Map<String, Set<String>> options) {

    static final String TRUNK_NAME = "trunk_name";
    static final String PROVIDER = "provider";
    static final String USERNAME = "username";
    static final String TEMPLATE = "template_type";
    static final String ACTIVE = "is_active";
    static final String NOTES = "notes";
    static final String OVERRIDES = "overrides";
    static final String WIDE_INBOUND = "allow_wide_inbound";
    static final String AUTH_TYPE = "auth_type";
    static final String REGISTRATION_ENABLED = "registration_enabled";
    static final String GENERATE = "generate_secret";

    /** What the REST API answers and nobody can set. */
    static final Set<String> READ_ONLY =
            Set.of("id", "version", "template_version", "created_at", "updated_at", "secrets_set", "defaulted");

    private static final Set<String> OF_TRUNKS =
            Set.of(TRUNK_NAME, PROVIDER, ACTIVE, WIDE_INBOUND, OVERRIDES, AUTH_TYPE, REGISTRATION_ENABLED);
    private static final Set<String> OF_USERS = Set.of(USERNAME, TEMPLATE, ACTIVE, NOTES, OVERRIDES, GENERATE);

    static BulkMembers trunks(Sipwright sipwright) {
        return of(ObjectKind.TRUNK, TRUNK_NAME, OF_TRUNKS, sipwright.providers(), sipwright);
    }

    static BulkMembers users(Sipwright sipwright) {
        return of(ObjectKind.USER, USERNAME, OF_USERS, sipwright.userTemplates(), sipwright);
    }

    private static BulkMembers of(
            ObjectKind kind,
            String name,
            Set<String> own,
            Collection<? extends Template> templates,
            Sipwright sipwright) {
        Set<String> fields = new HashSet<>();
        Map<String, Set<String>> options = new TreeMap<>();
        PjsipSchema schema = PjsipSchema.of(sipwright.asteriskVersion());
        for (Template template : templates) {
            template.fields().stream().map(TemplateField::name).forEach(fields::add);
            for (String role : template.roles()) {
                template.sectionType(role)
                        .flatMap(schema::type)
                        .map(SectionType::options)
                        .ifPresent(known -> options.computeIfAbsent(role, ignored -> new TreeSet<>())
                                .addAll(known.keySet()));
            }
        }
        return new BulkMembers(kind, name, own, fields, options);
    }

    /** Which kind an object is of, by what it has; empty if that does not tell. */
    static Optional<ObjectKind> kindOf(Collection<String> members) {
        if (members.contains(TRUNK_NAME) || members.contains(PROVIDER)) {
            return Optional.of(ObjectKind.TRUNK);
        }
        return members.contains(USERNAME) || members.contains(TEMPLATE) || members.contains("extension")
                ? Optional.of(ObjectKind.USER)
                : Optional.empty();
    }

    /** The name that stands for others, which the builders of specs take, too. */
    String canonical(String member) {
        return switch (member) {
            case "name" -> name;
            case "active" -> ACTIVE;
            case "template" -> kind == ObjectKind.USER ? TEMPLATE : member;
            default -> member;
        };
    }

    /** The name of a column, whatever its case, and without the prefix of overrides. */
    String column(String header) {
        String text = header.startsWith(OVERRIDES + ".") ? header.substring(OVERRIDES.length() + 1) : header;
        return isColumn(text) ? canonical(text) : canonical(text.toLowerCase(Locale.ROOT));
    }

    boolean isColumn(String column) {
        int dot = column.indexOf('.');
        if (dot >= 0) {
            return options.getOrDefault(column.substring(0, dot), Set.of()).contains(column.substring(dot + 1));
        }
        String member = canonical(column);
        return (own.contains(member) && !member.equals(OVERRIDES))
                || fields.contains(member)
                || READ_ONLY.contains(member);
    }

    /** "Did you mean …?" for a column that there is not. */
    String columnSuggestion(String column) {
        Set<String> known = new HashSet<>();
        if (column.indexOf('.') < 0) {
            known.addAll(own);
            known.addAll(fields);
        } else {
            options.forEach((role, names) -> names.forEach(option -> known.add(role + "." + option)));
        }
        return Suggestion.sentence(column.length() > 100 ? column.substring(0, 100) : column, known);
    }
}
