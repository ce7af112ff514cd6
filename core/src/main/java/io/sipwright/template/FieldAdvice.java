package io.sipwright.template;

import java.time.LocalDate;

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
