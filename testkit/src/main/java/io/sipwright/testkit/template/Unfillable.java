package io.sipwright.testkit.template;

import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateField;
import io.sipwright.validation.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why a template accepts nothing. */
final class Unfillable {

    private Unfillable() {}

    /** What is wrong with a usual value in each field that is required. */
    static <S extends ObjectSpec> String why(SpecForm<S> form, SpecJudge judge, int shortestSecret) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        for (TemplateField field : form.template().fields()) {
            if (field.required() != null) {
                values.put(field.name(), FieldSamples.of(field, shortestSecret).usual());
            }
        }
        S spec = form.make("sample", values);
        List<Violation> violations = judge.violations(form, spec);
        return violations.isEmpty()
                ? "its conditions exclude each other"
                : violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }
}
