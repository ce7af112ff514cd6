package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject.State;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Compares what Asterisk shows of objects with the sections that were written. Passwords among it are compared as they
 * pass, and not kept.
 */
final class FieldCheck {
    private final Map<ObjectKey, Section> sections;
    private final Findings findings;
    private final Set<ObjectKey> shown = new HashSet<>();

    FieldCheck(Map<ObjectKey, Section> sections, Findings findings) {
        this.sections = sections;
        this.findings = findings;
    }

    /** The objects to be compared. */
    Map<ObjectKey, Section> sections() {
        return sections;
    }

    /** Called on the thread that reads; the one that waits for the end of the list reads the findings after it. */
    void event(EventMessage event) {
        String type = Types.ofEvent(event.name());
        if (type.isEmpty()) {
            return;
        }
        ObjectKey key = new ObjectKey(type, event.get("ObjectName"));
        Section section = sections.get(key);
        if (section == null || !shown.add(key)) {
            return;
        }
        String option = FieldComparison.firstDifference(section, type, event);
        if (option.isEmpty()) {
            findings.good(key);
        } else {
            findings.bad(key, State.OTHER_VERSION, option);
        }
    }

    /** Whether an object has been shown and compared. */
    boolean hasShown(ObjectKey key) {
        return shown.contains(key);
    }
}
