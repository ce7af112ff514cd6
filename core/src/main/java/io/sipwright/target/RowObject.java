package io.sipwright.target;

import io.sipwright.pjsip.Section;
import java.util.List;

/**
 * A trunk or SIP user as it is to be there.
 *
 * @param name of the trunk or user
 * @param sections that it consists of, with their stamps; none if it is gone or not active
 */
public record RowObject(String name, List<Section> sections) {

    public RowObject {
        sections = List.copyOf(sections);
    }

    /** Without the sections, which hold secrets. */
    @Override
    public String toString() {
        return name + " (" + sections.size() + " sections)";
    }
}
