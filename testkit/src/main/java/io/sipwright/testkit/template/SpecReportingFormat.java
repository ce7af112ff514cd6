package io.sipwright.testkit.template;

import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;

/**
 * How jqwik shows a trunk or a user that a property fails with: with the values of its fields, which its own text leaves out;
 * those of secrets masked. Found by jqwik itself.
 */
public final class SpecReportingFormat implements SampleReportingFormat {

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof ObjectSpec || value instanceof NearlyValid<?>;
    }

    @Override
    public Object report(Object value) {
        Map<String, Object> report = new LinkedHashMap<>();
        if (value instanceof NearlyValid<?> nearly) {
            report.put("wrong", nearly.label());
            report.put("path", nearly.path());
        }
        ObjectSpec spec = value instanceof NearlyValid<?> nearly ? nearly.spec() : (ObjectSpec) value;
        report.put("name", spec.name());
        report.put("active", spec.active());
        for (Map.Entry<String, FieldValue> field : spec.fields().asMap().entrySet()) {
            report.put(field.getKey(), field.getValue().masked());
        }
        if (!spec.overrides().isEmpty()) {
            report.put("overrides", spec.overrides().toString());
        }
        return report;
    }

    @Override
    public Optional<String> label(Object value) {
        ObjectSpec spec = value instanceof NearlyValid<?> nearly ? nearly.spec() : (ObjectSpec) value;
        return Optional.of(spec.templateId() + " ");
    }
}
