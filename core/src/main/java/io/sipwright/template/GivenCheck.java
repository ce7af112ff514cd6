package io.sipwright.template;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Checks the values that a template itself puts into fields: as defaults, and with choices. */
record GivenCheck(TemplateReading reading) {

    private static final int SHOWN = 40;

    /** What may have made a default wrong that was right before. */
    private static final List<String> LIMITS = List.of("/choices", "/type", "/min", "/max");

    void defaults(TemplateField field, List<TemplateBody.Alternative> alternatives, JsonNode json, String pointer) {
        String place = pointer + "/default";
        String[] limits = LIMITS.stream().map(key -> pointer + key).toArray(String[]::new);
        boolean list = json.isArray() && alternatives.size() == 1 && json.get(0).isString();
        for (int i = 0; i < alternatives.size(); i++) {
            TextPattern pattern = alternatives.get(i).pattern();
            if (!pattern.isConstant()) {
                continue;
            }
            String at = reading.place(place, i, alternatives.size(), "/value");
            if (field.isSecret()) {
                literalSecret(at);
            } else if (list && field.type().isList()) {
                items(field, List.of(pattern.constant().split(",", -1)), place, limits);
            } else {
                check(field, pattern.constant(), at, limits);
            }
        }
    }

    void set(TemplateField field, FieldValue value, String pointer) {
        if (field.isSecret()) {
            literalSecret(pointer);
        } else if (field.type().isList() && reading.isArray(pointer)) {
            items(field, value.items(), pointer);
        } else if (value.items().size() == 1) {
            check(field, value.text(), pointer);
        } else {
            FieldCheck.problem(field, FieldCheck.normalize(field, value))
                    .ifPresent(problem -> reading.add(pointer, FieldSentences.of(problem)));
        }
    }

    private void literalSecret(String pointer) {
        reading.add(
                pointer, "expected no secret in a template, where everyone reads it; it is filled in for each object");
    }

    private void items(TemplateField field, List<String> items, String pointer, String... with) {
        for (int i = 0; i < items.size(); i++) {
            check(field, items.get(i), pointer + "/" + i, with);
        }
    }

    /** One text, which may hold several items with commas. */
    private void check(TemplateField field, String text, String pointer, String... with) {
        List<String> items = FieldCheck.normalize(field, FieldValue.of(text)).items();
        for (String item : field.type().isList() ? FieldValue.of(items).split().items() : items) {
            Optional<FieldProblem> problem = FieldCheck.problem(field, FieldValue.of(item));
            if (problem.isPresent()) {
                reading.add(
                        pointer, "'" + shown(item) + "' is not accepted: " + FieldSentences.of(problem.get()), with);
            }
        }
    }

    private static String shown(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "\ufffd");
        return visible.length() <= SHOWN ? visible : visible.substring(0, SHOWN) + "…";
    }
}
