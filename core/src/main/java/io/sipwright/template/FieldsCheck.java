package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks all fields of an object against its template. */
final class FieldsCheck {

    private final TemplateBody body;

    FieldsCheck(TemplateBody body) {
        this.body = body;
    }

    Map<String, FieldProblem> problems(ObjectSpec spec) {
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        spec.fields().forEach((name, value) -> {
            TemplateField field = body.field(name);
            if (field == null) {
                problems.put(
                        name,
                        FieldProblem.of(
                                "field.unknown",
                                Suggestion.clause(name, body.fields().keySet())));
            } else {
                FieldCheck.problem(field, value).ifPresent(problem -> problems.put(name, problem));
            }
        });
        Map<String, FieldValue> resolved = new FieldResolver(body).resolve(spec);
        body.fields().keySet().forEach(name -> {
            Condition condition = body.required().get(name);
            boolean missing =
                    !resolved.containsKey(name) || resolved.get(name).items().isEmpty();
            if (condition != null && missing && condition.holds(resolved::get)) {
                problems.putIfAbsent(
                        name,
                        condition.terms().isEmpty()
                                ? FieldProblem.of("field.required")
                                : FieldProblem.of("field.required_when", condition.toString()));
            }
        });
        body.choiceConditions().forEach((name, conditions) -> {
            FieldValue value = resolved.get(name);
            if (value == null) {
                return;
            }
            Condition condition = conditions.get(value.text());
            if (condition != null && !condition.holds(resolved::get)) {
                problems.putIfAbsent(name, FieldProblem.of("field.choice_when", value.text(), condition.toString()));
            }
        });
        return problems;
    }
}
