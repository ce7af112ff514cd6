package io.sipwright.realtime;

import io.sipwright.pjsip.Section;
import java.util.List;

/**
 * A trunk or user as it is rendered.
 *
 * @param owner its name
 * @param sections none for one that is gone or not active
 */
record ObjectRows(String owner, List<Section> sections) {

    ObjectRows {
        sections = List.copyOf(sections);
    }
}
