package io.sipwright.imports.bulk;

import io.sipwright.Sipwright;
import io.sipwright.template.FieldEditor;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes specs of the objects of a file, and says what is wrong with them. */
final class SpecReading {

    private final Map<String, ProviderTemplate> providers;
    private final BulkProblems problems;

    SpecReading(Sipwright sipwright, BulkProblems problems) {
        this.providers = sipwright.providers().stream().collect(Collectors.toMap(Template::id, template -> template));
        this.problems = problems;
    }

    BulkEntry<SipUserSpec> user(BulkObject object, BulkMembers members) {
        begin(object, members);
        String template = text(object, BulkMembers.TEMPLATE);
        SipUserSpec.Builder builder = SipUserSpec.builder(
                orEmpty(text(object, BulkMembers.USERNAME)),
                template == null ? SipUserSpec.DEFAULT_TEMPLATE : template);
        builder.active(!Boolean.FALSE.equals(bool(object, BulkMembers.ACTIVE)));
        builder.notes(text(object, BulkMembers.NOTES));
        boolean generate = Boolean.TRUE.equals(bool(object, BulkMembers.GENERATE));
        if (generate && object.names().contains("secret")) {
            wrong(object, BulkMembers.GENERATE, "secret.given", "There is a secret already: leave one of the two out.");
        }
        overrides(object).forEach(builder::override);
        fields(object, builder);
        return new BulkEntry<>(builder.build(), object, generate);
    }

    BulkEntry<TrunkSpec> trunk(BulkObject object, BulkMembers members) {
        begin(object, members);
        String provider = orEmpty(text(object, BulkMembers.PROVIDER));
        TrunkSpec.Builder builder = TrunkSpec.builder(orEmpty(text(object, BulkMembers.TRUNK_NAME)), provider);
        builder.active(!Boolean.FALSE.equals(bool(object, BulkMembers.ACTIVE)));
        builder.allowWideInbound(Boolean.TRUE.equals(bool(object, BulkMembers.WIDE_INBOUND)));
        overrides(object).forEach(builder::override);
        auth(object, providers.get(provider), builder);
        fields(object, builder);
        return new BulkEntry<>(builder.build(), object, false);
    }

    /** Other names of the same members, and those that are for reading only. */
    private void begin(BulkObject object, BulkMembers members) {
        for (String name : List.copyOf(object.names())) {
            String canonical = members.canonical(name);
            if (BulkMembers.READ_ONLY.contains(name)) {
                object.take(name);
            } else if (!canonical.equals(name)) {
                Object value = object.take(name);
                if (object.names().contains(canonical)) {
                    wrong(object, name, "member.twice", "Another name of '" + canonical + "', which is there, too.");
                } else if (value != null) {
                    object.rename(name, canonical, value);
                }
            }
        }
    }

    /** The specification's two columns stand for one field, which counts where it is given itself. */
    private void auth(BulkObject object, @Nullable ProviderTemplate template, FieldEditor<?> editor) {
        String type = text(object, BulkMembers.AUTH_TYPE);
        Boolean registers = bool(object, BulkMembers.REGISTRATION_ENABLED);
        if (type != null && !type.equals("ip") && !type.equals("credential")) {
            wrong(object, BulkMembers.AUTH_TYPE, "field.choice", "Expected 'credential' or 'ip'.");
        } else if (!object.names().contains(ProviderTemplate.AUTH)) {
            TrunkAuth.mode(type, registers, template).ifPresent(mode -> editor.field(ProviderTemplate.AUTH, mode));
        }
    }

    private List<OptionOverride> overrides(BulkObject object) {
        List<OptionOverride> overrides = new ArrayList<>();
        try {
            overrides.addAll(OptionOverride.fromJson(object.take(BulkMembers.OVERRIDES)));
        } catch (IllegalArgumentException e) {
            wrong(
                    object,
                    BulkMembers.OVERRIDES,
                    "overrides.form",
                    "Expected {\"section.option\": \"value\"}, with a text, a list of texts, or null to take it out.");
        }
        for (String name : List.copyOf(object.names())) {
            int dot = name.indexOf('.');
            if (dot > 0 && dot < name.length() - 1) {
                Object value = object.take(name);
                overrides.add(new OptionOverride(name.substring(0, dot), name.substring(dot + 1), texts(value)));
            }
        }
        return overrides;
    }

    private void fields(BulkObject object, FieldEditor<?> editor) {
        object.left().forEach((name, value) -> {
            if (value instanceof List<?>) {
                editor.field(name, texts(value));
            } else {
                editor.field(name, String.valueOf(value));
            }
        });
        object.left().clear();
        if (!object.problems().isEmpty()) {
            editor.field(BulkEntry.POISON, "");
        }
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private @Nullable String text(BulkObject object, String name) {
        Object value = object.take(name);
        if (value instanceof List<?>) {
            wrong(object, name, "field.not_single", "Expected one value, not a list.");
            return null;
        }
        return value == null ? null : value.toString();
    }

    /** Spreadsheets write TRUE, people write yes. */
    private @Nullable Boolean bool(BulkObject object, String name) {
        String text = text(object, name);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> {
                wrong(object, name, "field.boolean", "Expected yes or no.");
                yield null;
            }
        };
    }

    private void wrong(BulkObject object, String field, String code, String message) {
        object.note(problems.row(object.line(field), field, code, message));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
