package io.sipwright.testkit.template;

import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateField;
import java.util.stream.Collectors;

/**
 * Something wrong with what a template renders.
 *
 * @param version of Asterisk, as {@code 22}; empty for any
 * @param place section and option
 * @param problem in words
 * @param remedy what to do about it in the template
 * @param sample which values it takes, secrets masked; empty for any
 */
record Fault(String version, String place, String problem, String remedy, String sample) {

    /** What is filled in, secrets masked. */
    static String sample(SpecForm<?> form, ObjectSpec spec) {
        return spec.fields().asMap().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + shown(form, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shown(SpecForm<?> form, String field, FieldValue value) {
        boolean secret =
                form.template().field(field).filter(TemplateField::isSecret).isPresent();
        String text = (secret ? value.asSecret() : value).masked();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…(" + text.length() + ")";
    }

    /** What faults of different samples have in common. */
    String key() {
        return version + " " + place + " " + problem;
    }

    @Override
    public String toString() {
        return (version.isEmpty() ? "" : "Asterisk " + version + ", ") + place + ": " + problem
                + (sample.isEmpty() ? "" : "\n    with " + sample)
                + (remedy.isEmpty() ? "" : "\n    remedy: " + remedy);
    }
}
