package io.sipwright.web;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.template.FieldProblem;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateField;
import io.sipwright.template.TemplateKind;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person has to know of a template who fills it in. */
final class Form {

    private final Template template;
    private final Set<String> required;
    private final Map<String, FieldValue> usual;

    Form(Template template) {
        this.template = template;
        ObjectSpec empty = spec(FieldValues.empty());
        this.required = template.check(empty).entrySet().stream()
                .filter(problem -> isMissing(problem.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        this.usual = template.effective(empty);
    }

    private static boolean isMissing(FieldProblem problem) {
        return problem.code().startsWith("field.required");
    }

    private ObjectSpec spec(FieldValues values) {
        return template.kind() == TemplateKind.PROVIDER
                ? TrunkSpec.builder("${trunk_name}", template.id()).build().withFields(values)
                : SipUserSpec.builder("${username}", template.id()).build().withFields(values);
    }

    Template template() {
        return template;
    }

    private String nameMember() {
        return template.kind() == TemplateKind.PROVIDER ? Wording.TRUNK.nameMember() : Wording.USER.nameMember();
    }

    /** Whether a field must be filled in when all others hold what they usually do. */
    boolean isRequired(TemplateField field) {
        return required.contains(field.name());
    }

    /** The name of the object, and the fields that must be filled in when all others hold what they usually do. */
    List<String> requiredFields() {
        List<String> names = new ArrayList<>(List.of(nameMember()));
        template.fields().stream()
                .filter(this::isRequired)
                .map(TemplateField::name)
                .forEach(names::add);
        return names;
    }

    List<String> optionalFields() {
        return template.fields().stream()
                .filter(field -> !isRequired(field))
                .map(TemplateField::name)
                .toList();
    }

    /** What a field holds when nothing is filled in; null for nothing. */
    @Nullable
    String usual(String field) {
        FieldValue value = usual.get(field);
        return value == null || value.items().isEmpty() ? null : value.text();
    }

    /** What all fields hold when nothing is filled in, as JSON has it. */
    Map<String, Object> defaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        template.fields().forEach(field -> {
            FieldValue value = usual.get(field.name());
            if (value != null && !value.items().isEmpty() && !field.isSecret()) {
                defaults.put(field.name(), ObjectView.shown(field, value));
            }
        });
        return defaults;
    }

    List<FormBody> fields() {
        return template.fields().stream()
                .map(field -> FormBody.of(field, isRequired(field)))
                .toList();
    }

    /** The sections, by role, with placeholders where the values of fields stand; choices as they usually are. */
    Map<String, String> sections(AsteriskVersion version) {
        Map<String, FieldValue> placeholders = new LinkedHashMap<>();
        for (TemplateField field : template.fields()) {
            boolean isSwitch = field.type() == FieldType.CHOICE || field.type() == FieldType.BOOLEAN;
            boolean isDerived =
                    field.defaultText().filter(text -> text.contains("${")).isPresent();
            // A digest would take the place of the password.
            if (!isSwitch && !isDerived && field.type() != FieldType.DIGEST) {
                placeholders.put(field.name(), FieldValue.of("${" + field.name() + "}"));
            }
        }
        Map<String, String> sections = new LinkedHashMap<>();
        for (FilledSection filled : template.fill(spec(FieldValues.of(placeholders)), version)) {
            sections.merge(
                    filled.role(), PjsipWriter.toString(PjsipDocument.of(filled.section())), (first, next) -> first);
        }
        return sections;
    }
}
