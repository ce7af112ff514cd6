package io.sipwright.template;

import java.util.List;

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
}
