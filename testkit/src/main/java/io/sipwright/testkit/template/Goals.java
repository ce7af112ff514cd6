package io.sipwright.testkit.template;

import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for each choice that a template offers.
 *
 * @param least with as little as possible; empty when there is nothing that the template accepts
 * @param chosen for each choice, with as little else as possible
 * @param unreachable choices that nothing makes valid, for example {@code region=eu}
 */
record Goals(Optional<Map<String, FieldValue>> least, List<Map<String, FieldValue>> chosen, List<String> unreachable) {

    /** How many other fields may have to be set for a choice to be made. */
    private static final int OTHERS = 2;

    static <S extends ObjectSpec> Goals of(SpecForm<S> form, Completion<S> completion) {
        Optional<Map<String, FieldValue>> least = completion.complete(Map.of(), OTHERS);
        List<Map<String, FieldValue>> chosen = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        for (TemplateField field : form.template().fields()) {
            if (least.isEmpty() || (field.type() != FieldType.CHOICE && field.type() != FieldType.BOOLEAN)) {
                continue;
            }
            for (Optional<FieldValue> level : completion.levels(field)) {
                Optional<Map<String, FieldValue>> values = completion.complete(Map.of(field.name(), level), OTHERS);
                values.ifPresentOrElse(
                        chosen::add,
                        () -> unreachable.add(
                                field.name() + "=" + level.orElseThrow().text()));
            }
        }
        return new Goals(least, chosen, unreachable);
    }

    /** With as little as possible, and for each choice. */
    List<Map<String, FieldValue>> all() {
        List<Map<String, FieldValue>> all = new ArrayList<>(chosen);
        least.ifPresent(values -> all.add(0, values));
        return all;
    }
}
