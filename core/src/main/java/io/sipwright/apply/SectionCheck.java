package io.sipwright.apply;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the sections that were read of a file with what was rendered to it. Nothing of a value is ever named: it may be
 * a password. Not thread-safe.
 */
final class SectionCheck {

    private static final int SHOWN = 5;

    private final Marks marks;
    private final Manifest rendered;
    private final Set<ObjectKey> unread;
    private final List<String> differences = new ArrayList<>();
    private int count;

    SectionCheck(Marks marks, Manifest rendered, List<ObjectKey> inFile) {
        this.marks = marks;
        this.rendered = rendered;
        this.unread = new LinkedHashSet<>(inFile);
    }

    void take(Section section) {
        String type = section.type().orElse("");
        if ((type + section.name()).chars().anyMatch(Character::isISOControl)) {
            differs("a section was not rendered");
            return;
        }
        ObjectKey key = new ObjectKey(type, section.name());
        Optional<Manifest.Entry> meant = rendered.find(key);
        if (meant.isEmpty()) {
            differs((type.isEmpty() ? "section " + section.name() : key.toString()) + " was not rendered");
        } else if (!unread.remove(key)) {
            differs(key + " is there twice"); // for which Asterisk would refuse all of its type
        } else if (!meant.get().mark().equals(marks.proven(section))) {
            differs(key + " has other content");
        }
    }

    private void differs(String difference) {
        if (count++ < SHOWN) {
            differences.add(difference);
        }
    }

    /** After the last section: what differs, in words; empty if nothing does. */
    Optional<String> difference() {
        unread.forEach(key -> differs(key + " is missing"));
        unread.clear();
        if (count == 0) {
            return Optional.empty();
        }
        String shown = String.join("; ", differences);
        return Optional.of(count > SHOWN ? shown + "; and " + (count - SHOWN) + " more" : shown);
    }
}
