package io.sipwright.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Advice on what people see of a template: labels, help, and where its facts come from. */
record FieldAdvice(Advising advising, LocalDate today) {

    /** Prices and addresses of carriers seldom live longer unchanged. */
    private static final int MONTHS = 18;

    void give() {
        for (TemplateField field : advising.body().fields().values()) {
            String pointer = "/fields/" + field.name();
            if (field.label().isBlank() || field.label().equals(field.name())) {
                advising.addOf(pointer, AdviceCode.FIELD_LABEL, "The field has no label");
            }
            if (field.type() == FieldType.SECRET && field.help().isBlank()) {
                advising.addOf(pointer, AdviceCode.SECRET_HELP, "Nothing says which password this is");
            }
            requiredWithDefault(field, pointer);
            incompleteChoices(field, pointer);
            field.choices().forEach((value, choice) -> {
                if (choice.label().isBlank() || choice.label().equals(value)) {
                    advising.add(
                            pointer + "/choices/" + value,
                            AdviceCode.CHOICE_LABEL,
                            "The choice has no label for people");
                }
            });
        }
        if (advising.template().kind() == TemplateKind.PROVIDER) {
            provenance(advising.template().provenance());
        }
    }

    /** Said by one and the same template; a child may well give a default to what its parent asks for. */
    private void requiredWithDefault(TemplateField field, String pointer) {
        Inheritance.Merged written = advising.template().written();
        boolean always = advising.body().defaults().getOrDefault(field.name(), List.of()).stream()
                .anyMatch(alternative -> alternative.when().terms().isEmpty()
                        && alternative.pattern().isConstant());
        if (always
                && field.required() != null
                && written.origin(pointer + "/required") == written.origin(pointer + "/default")) {
            advising.add(pointer + "/required", AdviceCode.REQUIRED_DEFAULT, "It is required and has a default");
        }
    }

    /** A choice leaves a field empty that the others fill in. */
    private void incompleteChoices(TemplateField field, String pointer) {
        Set<String> all = new TreeSet<>();
        field.choices().values().forEach(choice -> all.addAll(choice.sets().keySet()));
        all.removeIf(target -> {
            TemplateField other = advising.body().field(target);
            // What must be filled in is not missing without a word.
            return advising.body().defaults().containsKey(target) || other == null || other.isAlwaysRequired();
        });
        field.choices().forEach((value, choice) -> {
            Set<String> missing = new TreeSet<>(all);
            missing.removeAll(choice.sets().keySet());
            if (!missing.isEmpty()) {
                advising.add(
                        pointer + "/choices/" + TemplateReading.step(value),
                        AdviceCode.CHOICE_INCOMPLETE,
                        "Other choices set " + String.join(", ", missing) + ", this one does not");
            }
        });
    }

    private void provenance(Provenance provenance) {
        if (provenance.checked().isEmpty() || provenance.evidence() == Provenance.Evidence.UNKNOWN) {
            advising.add(
                    "/provenance",
                    AdviceCode.PROVENANCE_MISSING,
                    "Nothing says where the facts come from, or from when");
        } else if (!CatalogReading.isDay(provenance.checked())) {
            advising.add("/provenance/checked", AdviceCode.PROVENANCE_DATE, "'" + provenance.checked() + "' is no day");
        } else {
            LocalDate checked = LocalDate.parse(provenance.checked());
            if (checked.isAfter(today.plusDays(1))) { // somewhere it is tomorrow
                advising.add("/provenance/checked", AdviceCode.PROVENANCE_DATE, checked + " is in the future");
            } else if (checked.plusMonths(MONTHS).isBefore(today)) {
                advising.add(
                        "/provenance/checked",
                        AdviceCode.PROVENANCE_OLD,
                        "The sources were read on " + checked + ", more than " + MONTHS + " months ago");
            }
        }
    }
}
