package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options of one section, picked out of its entries once, because several rules ask for them; names in any case. */
final class SectionOptions {

    private final String section;
    private final List<Option> options;

    SectionOptions(Section section) {
        this.section = section.name();
        this.options = new ArrayList<>(section.entries().size());
        for (SectionEntry entry : section.entries()) {
            if (entry instanceof Option option) {
                options.add(option);
            }
        }
    }

    /** A section has few options; a map of them took longer to fill than all questions take. */
    private @Nullable Option find(String name) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).name().equalsIgnoreCase(name)) {
                return options.get(i);
            }
        }
        return null;
    }

    boolean has(String option) {
        return find(option) != null;
    }

    /** The line that counts, where lines do not add up; empty when there is none. */
    String last(String option) {
        Option found = find(option);
        return found == null ? "" : found.value();
    }

    boolean isEmpty(String option) {
        return last(option).isEmpty();
    }

    boolean isYes(String option) {
        return ValueForm.TRUE_WORDS.contains(last(option).toLowerCase(Locale.ROOT));
    }

    SchemaProblem missing(String option, String message) {
        return problem(option, SchemaProblem.Kind.MISSING_OPTION, message);
    }

    SchemaProblem conflict(String option, String message) {
        return problem(option, SchemaProblem.Kind.CONFLICT, message);
    }

    private SchemaProblem problem(String option, SchemaProblem.Kind kind, String message) {
        return new SchemaProblem(section, option, kind, message);
    }
}
