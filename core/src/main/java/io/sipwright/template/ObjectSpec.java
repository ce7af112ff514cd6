package io.sipwright.template;

import java.util.List;
import java.util.Set;

/** What a template is filled with: a trunk or a SIP user as a person described it. */
public interface ObjectSpec {

    /** Name of the object, from which the names of its sections are made. */
    String name();

    /** Id of the template. */
    String templateId();

    /** Whether it is rendered at all. */
    boolean active();

    /** What was filled into the fields. */
    FieldValues fields();

    /** Options set by hand, in order. */
    List<OptionOverride> overrides();

    /**
     * Names that overrides give to its sections, other than its own; none stands twice in another case. No other object
     * may bear one of them.
     */
    default Set<String> explicitSectionNames() {
        List<OptionOverride> overrides = overrides();
        return overrides.isEmpty() ? Set.of() : SectionNaming.explicit(name(), overrides);
    }
}
