package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;

/**
 * Which earlier section a header {@code [name](+option=value&…)} appends to. Without conditions, one that is not a
 * template.
 */
record SectionFilter(List<Condition> conditions) {

    /** An option that the section must have. Asterisk takes both sides as expressions and searches for them. */
    private record Condition(String option, String value) {}

    static SectionFilter parse(String filter, Location location) {
        List<Condition> conditions = new ArrayList<>();
        for (String condition : filter.isEmpty() ? new String[0] : filter.split("&")) {
            String[] parts = condition.split("=", 2);
            String option = Blanks.strip(parts[0]);
            String value = parts.length == 2 ? Blanks.strip(parts[1]) : "*";
            if (!isLiteral(option) || !isLiteral(value)) {
                throw new PjsipSyntaxException(
                        location, "expected a filter (+option=value) of letters, digits, '_' and '-'");
            }
            conditions.add(new Condition(option, value));
        }
        return new SectionFilter(conditions);
    }

    boolean matches(SectionDraft section) {
        boolean templates = false;
        for (Condition condition : conditions) {
            if (condition.option.equals("TEMPLATES")) {
                templates = true;
                if (condition.value.equalsIgnoreCase("restrict") && !section.template) {
                    return false;
                }
            } else if (!section.matches(condition.option, condition.value)) {
                return false;
            }
        }
        return templates || !section.template;
    }

    /** Only expressions without special characters are supported. */
    private static boolean isLiteral(String text) {
        return text.matches("[A-Za-z0-9_-]*");
    }
}
