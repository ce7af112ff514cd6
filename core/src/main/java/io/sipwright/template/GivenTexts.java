package io.sipwright.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The texts that a template itself puts into a field: its default, and what choices set. */
record GivenTexts(String pointer, List<String> items) {

    /** Of the constant ones; what depends on other fields is not known before an object is there. */
    static List<GivenTexts> of(TemplateField field, TemplateBody body) {
        List<GivenTexts> texts = new ArrayList<>();
        for (TemplateBody.Alternative alternative : body.defaults().getOrDefault(field.name(), List.of())) {
            if (alternative.pattern().isConstant()) {
                texts.add(new GivenTexts(
                        "/fields/" + field.name() + "/default",
                        split(alternative.pattern().constant())));
            }
        }
        for (TemplateField other : body.fields().values()) {
            for (Map.Entry<String, TemplateField.Choice> choice :
                    other.choices().entrySet()) {
                FieldValue set = choice.getValue().sets().get(field.name());
                if (set != null) {
                    texts.add(new GivenTexts(
                            "/fields/" + other.name() + "/choices/" + choice.getKey() + "/set/" + field.name(),
                            set.items().stream()
                                    .flatMap(item -> split(item).stream())
                                    .toList()));
                }
            }
        }
        return texts;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
