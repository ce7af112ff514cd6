package io.sipwright.testkit.template;

import io.sipwright.template.FieldValue;
import java.util.Map;

/**
 * When a field is required, as its template says it.
 *
 * @param text {@code field}, {@code !field}, {@code field=value} or {@code field!=value}; empty for always
 */
record Requirement(String text) {

    static Requirement of(String text) {
        return new Requirement(text);
    }

    boolean holds(Map<String, FieldValue> values) {
        if (text.isEmpty()) {
            return true;
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            boolean negated = text.startsWith("!");
            FieldValue value = values.get(negated ? text.substring(1) : text);
            boolean filled =
                    value != null && !value.items().isEmpty() && !value.text().equals("no");
            return filled != negated;
        }
        boolean negated = text.charAt(equals - 1) == '!';
        FieldValue value = values.get(text.substring(0, negated ? equals - 1 : equals));
        boolean same = value != null && value.text().equals(text.substring(equals + 1));
        return same != negated;
    }
}
