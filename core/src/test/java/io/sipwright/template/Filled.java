package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a template is filled with in tests: a name, fields, overrides. */
record Filled(String name, FieldValues fields, List<OptionOverride> overrides) implements ObjectSpec {

    static Filled of(String name) {
        return new Filled(name, FieldValues.empty(), List.of());
    }

    Filled with(String field, String value) {
        return with(field, FieldValue.of(value));
    }

    Filled with(String field, FieldValue value) {
        return new Filled(name, fields.with(Map.of(field, Optional.of(value))), overrides);
    }

    Filled override(OptionOverride... more) {
        List<OptionOverride> all = new ArrayList<>(overrides);
        all.addAll(List.of(more));
        return new Filled(name, fields, all);
    }

    /** The sections for Asterisk 22 as lines. */
    List<String> lines(Template template) {
        return lines(template, AsteriskVersion.V22);
    }

    /** Every section as {@code [name]}, every option below it as {@code name=value}. */
    List<String> lines(Template template, AsteriskVersion version) {
        List<String> lines = new ArrayList<>();
        Filled normalized = new Filled(name, template.normalize(fields), overrides);
        for (FilledSection filled : template.fill(normalized, version)) {
            lines.add("[" + filled.section().name() + "]");
            filled.section().options().forEach(option -> lines.add(option.name() + "=" + option.value()));
        }
        return lines;
    }

    /** Code of the problem of each field. */
    Map<String, String> problems(Template template) {
        Map<String, String> codes = new LinkedHashMap<>();
        template.check(new Filled(name, template.normalize(fields), overrides))
                .forEach((field, problem) -> codes.put(field, problem.code()));
        return codes;
    }

    @Override
    public String templateId() {
        return "x";
    }

    @Override
    public boolean active() {
        return true;
    }
}
