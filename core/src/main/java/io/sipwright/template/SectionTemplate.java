package io.sipwright.template;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section that a template makes.
 *
 * @param role its name within the template, for example {@code endpoint}; overrides name it
 * @param type of the section in Asterisk
 * @param typeOption the line that says so
 * @param when it is made at all
 * @param each field whose items get a section each, with the item as {@code ${item}}; null for a single section
 * @param options in order
 */
record SectionTemplate(
        String role,
        String type,
        Option typeOption,
        Condition when,
        @Nullable String each,
        List<OptionTemplate> options) {

    /** Placeholder for the item at hand in a section that is made for each item of a list. */
    static final String ITEM = "item";

    SectionTemplate {
        options = List.copyOf(options);
    }

    SectionTemplate(String role, String type, Condition when, @Nullable String each, List<OptionTemplate> options) {
        this(role, type, Option.shared(Section.TYPE, type), when, each, options);
    }
}
