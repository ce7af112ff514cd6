package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks all fields of an object against its template. */
final class FieldsCheck {

    private final TemplateBody body;
    private final FieldResolver resolver;

    FieldsCheck(TemplateBody body, FieldResolver resolver) {
        this.body = body;
        this.resolver = resolver;
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
                                Suggestion.sentence(name, body.fields().keySet())));
            } else {
                FieldCheck.problem(field, value).ifPresent(problem -> problems.put(name, problem));
            }
        });
        Map<String, FieldValue> resolved = resolver.resolve(spec);
        // In the order of resolution: what a missing or wrong field would have set is not missing by itself.
        body.resolutionOrder().stream().map(TemplateField::name).forEach(name -> {
            Condition condition = body.required().get(name);
            boolean missing =
                    !resolved.containsKey(name) || resolved.get(name).items().isEmpty();
            if (condition != null && missing && condition.holds(resolved::get) && !followsFrom(name, problems)) {
                problems.putIfAbsent(name, missing(condition));
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

    private static FieldProblem missing(Condition condition) {
        if (condition.terms().isEmpty()) {
            return FieldProblem.of("field.required");
        }
        // "Required, unless there is a digest" would tell most people more than they want to know.
        return condition.terms().stream().allMatch(Condition.Term::isAbsence)
                ? FieldProblem.of("field.required")
                : FieldProblem.of("field.required_when", condition.toString());
    }

    /** Whether a field is empty because another one is wrong that gives it its value. */
    private boolean followsFrom(String name, Map<String, FieldProblem> problems) {
        boolean byDefault = body.defaults().getOrDefault(name, List.of()).stream()
                .anyMatch(alternative -> alternative.pattern().names().stream().anyMatch(problems::containsKey)
                        || alternative.when().fields().stream().anyMatch(problems::containsKey));
        boolean byChoice = body.fields().values().stream()
                .filter(field -> problems.containsKey(field.name()))
                .anyMatch(field -> field.choices().values().stream()
                        .anyMatch(choice -> choice.sets().containsKey(name)));
        return byDefault || byChoice;
    }
}
