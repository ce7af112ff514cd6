package io.sipwright.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section that a template makes.
 *
 * @param role its name within the template, for example {@code endpoint}; overrides name it
 * @param type of the section in Asterisk
 * @param when it is made at all
 * @param each field whose items get a section each, with the item as {@code ${item}}; null for a single section
 * @param options in order
 */
record SectionTemplate(
        String role, String type, Condition when, @Nullable String each, List<OptionTemplate> options) {

    /** Placeholder for the item at hand in a section that is made for each item of a list. */
    static final String ITEM = "item";

    SectionTemplate {
        options = List.copyOf(options);
    }
}
