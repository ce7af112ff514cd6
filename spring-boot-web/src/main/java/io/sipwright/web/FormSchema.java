package io.sipwright.web;

import io.sipwright.template.FieldType;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateField;
import io.sipwright.template.TemplateKind;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema (2020-12) of a form. Takes everything that the library takes of a form filled in like this; the library is
 * stricter, and has the last word.
 */
final class FormSchema {

    private static final String TYPE = "type";
    private static final String STRING = "string";
    private static final String PATTERN = "pattern";
    private static final String NAME = "^[A-Za-z0-9][A-Za-z0-9_.-]*$";

    private final Form form;
    private final Template template;

    private FormSchema(Form form) {
        this.form = form;
        this.template = form.template();
    }

    static SchemaBody of(Form form) {
        return new SchemaBody(new FormSchema(form).root());
    }

    private Map<String, Object> root() {
        boolean isTrunk = template.kind() == TemplateKind.PROVIDER;
        Map<String, Object> properties = new LinkedHashMap<>();
        if (isTrunk) {
            properties.put("trunk_name", name(TrunkSpec.MAX_NAME_LENGTH));
            properties.put("provider", object("const", template.id()));
        } else {
            properties.put("username", name(SipUserSpec.MAX_NAME_LENGTH));
            properties.put("template_type", object("const", template.id()));
        }
        template.fields().forEach(field -> properties.put(field.name(), property(field)));
        properties.put("is_active", flag(true));
        if (isTrunk) {
            properties.put("allow_wide_inbound", flag(false));
            properties.put("auth_type", object("enum", List.of("credential", "ip")));
            properties.put("registration_enabled", object(TYPE, "boolean"));
        } else {
            properties.put("notes", object(TYPE, STRING, "maxLength", 2000));
            properties.put("generate_secret", flag(false));
        }
        properties.put("overrides", overrides());

        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", template.displayName());
        if (!template.description().isEmpty()) {
            root.put("description", template.description());
        }
        root.put(TYPE, "object");
        root.put("properties", properties);
        root.put("required", required(isTrunk));
        List<Map<String, Object>> conditions = conditions();
        if (!conditions.isEmpty()) {
            root.put("allOf", conditions);
        }
        root.put("additionalProperties", false);
        return root;
    }

    private static Map<String, Object> name(int maxLength) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put(TYPE, STRING);
        name.put(PATTERN, NAME);
        name.put("maxLength", maxLength);
        return name;
    }

    private static Map<String, Object> flag(boolean usual) {
        return object(TYPE, "boolean", "default", usual);
    }

    private static Map<String, Object> overrides() {
        Map<String, Object> values = object(
                TYPE,
                List.of(STRING, "number", "boolean", "array", "null"),
                "items",
                object(TYPE, List.of(STRING, "number", "boolean")));
        return object(TYPE, "object", "additionalProperties", values);
    }

    private List<String> required(boolean isTrunk) {
        List<String> names = new ArrayList<>(isTrunk ? List.of("trunk_name", "provider") : List.of("username"));
        template.fields().stream()
                .filter(field -> field.isAlwaysRequired() && form.isRequired(field) && !isChosen(field))
                .map(TemplateField::name)
                .forEach(names::add);
        return names;
    }

    /** Whether a choice made in another field fills this one in. */
    private boolean isChosen(TemplateField field) {
        return template.fields().stream()
                .flatMap(other -> other.choices().values().stream())
                .anyMatch(choice -> choice.sets().containsKey(field.name()));
    }

    private Map<String, Object> property(TemplateField field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.label());
        if (!field.help().isEmpty()) {
            property.put("description", field.help());
        }
        switch (field.type()) {
            case INTEGER -> number(property, field.min(), field.max());
            case PORT -> number(property, 1L, 65535L);
            case BOOLEAN -> property.put(TYPE, "boolean");
            case HOSTS, HOST_NAMES, NETWORKS -> {
                property.put(TYPE, "array");
                property.put("items", object(TYPE, STRING));
            }
            case CHOICE -> {
                property.put(TYPE, STRING);
                property.put(
                        "oneOf",
                        field.choices().entrySet().stream()
                                .map(choice -> object(
                                        "const",
                                        choice.getKey(),
                                        "title",
                                        choice.getValue().label()))
                                .toList());
            }
            default -> text(property, field);
        }
        if (field.isSecret()) {
            property.put("writeOnly", true);
        }
        Object usual = fixedDefault(field);
        if (usual != null) {
            property.put("default", usual);
        }
        return property;
    }

    private static void number(Map<String, Object> property, @Nullable Long min, @Nullable Long max) {
        property.put(TYPE, "integer");
        if (min != null) {
            property.put("minimum", min);
        }
        if (max != null) {
            property.put("maximum", max);
        }
    }

    private static void text(Map<String, Object> property, TemplateField field) {
        property.put(TYPE, STRING);
        String pattern = pattern(field.type());
        if (pattern != null) {
            property.put(PATTERN, pattern);
        }
        property.put("minLength", field.min() == null ? 1 : field.min());
        if (field.max() != null) {
            property.put("maxLength", field.max());
        }
    }

    /** In the words of ECMA 262. Other forms can't be told by a pattern that anyone could read. */
    private static @Nullable String pattern(FieldType type) {
        return switch (type) {
            case HOST -> "^([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]{2,45}\\])$";
            case SIP_USER -> "^[^\\s\"<>@\\[\\\\\\]^`{|}#/?:;,]+$";
            case SIP_URI -> "^sips?:[^\\s<>\",]+$";
            case DIGEST -> "^([0-9a-f]{32}|[0-9a-f]{64})$";
            case E164 -> "^\\+?[0-9]{3,15}$";
            case EXTENSION -> "^[0-9A-Za-z*#+_.-]{1,20}$";
            case CONTEXT -> "^[A-Za-z0-9_][A-Za-z0-9_.-]*$";
            case TRANSPORT -> NAME;
            case PATH -> "^/[^\\s,;]*$";
            default -> null;
        };
    }

    /** What a field holds by default whatever other fields hold, as JSON has it; null for nothing, and else. */
    private @Nullable Object fixedDefault(TemplateField field) {
        String text = field.defaultPattern();
        boolean fixed = text != null && !text.contains("${") && text.equals(form.usual(field.name()));
        return fixed ? form.defaults().get(field.name()) : null;
    }

    /** Fields that must be filled in when others hold something: {@code if} and {@code then}. */
    private List<Map<String, Object>> conditions() {
        List<Map<String, Object>> conditions = new ArrayList<>();
        for (TemplateField field : template.fields()) {
            TemplateField.RequiredWhen when = field.required();
            boolean filled = form.usual(field.name()) != null || isChosen(field);
            if (when == null || when.condition().isEmpty() || filled) {
                continue;
            }
            List<Map<String, Object>> terms = new ArrayList<>();
            for (String term : when.condition().split(" and ")) {
                terms.add(holds(term));
            }
            if (field.name().equals("secret")) {
                terms.add(not(equal("generate_secret", true, false)));
            }
            if (when.condition().contains("auth!=ip")) {
                terms.add(not(equal("auth_type", "ip", false)));
            }
            Map<String, Object> condition = new LinkedHashMap<>();
            condition.put("if", object("allOf", terms));
            condition.put("then", object("required", List.of(field.name())));
            conditions.add(condition);
        }
        return conditions;
    }

    /** One term as templates write them: {@code field}, {@code !field}, {@code field=value} or {@code field!=value}. */
    private Map<String, Object> holds(String term) {
        int equals = term.indexOf('=');
        if (equals < 0) {
            return term.startsWith("!") ? not(present(term.substring(1))) : present(term);
        }
        boolean negated = term.charAt(equals - 1) == '!';
        String name = term.substring(0, negated ? equals - 1 : equals);
        String value = term.substring(equals + 1);
        boolean isFlag = template.field(name)
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .isPresent();
        boolean byDefault = value.equals(form.usual(name));
        Map<String, Object> equal = equal(name, isFlag ? value.equals("yes") : value, byDefault);
        return negated ? not(equal) : equal;
    }

    /** Filled in, and not {@code no}. */
    private static Map<String, Object> present(String name) {
        return object(
                "required",
                List.of(name),
                "properties",
                object(name, not(object("enum", List.<Object>of(false, "no")))));
    }

    private static Map<String, Object> equal(String name, Object value, boolean orAbsent) {
        Map<String, Object> equal = new LinkedHashMap<>();
        equal.put("properties", object(name, object("const", value)));
        if (!orAbsent) {
            equal.put("required", List.of(name));
        }
        return equal;
    }

    private static Map<String, Object> not(Map<String, Object> schema) {
        return object("not", schema);
    }

    /** In the order given, so that the same template gives the same text. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return object;
    }
}
