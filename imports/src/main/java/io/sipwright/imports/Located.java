package io.sipwright.imports;

import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.Section;
import java.util.Arrays;
import java.util.List;

/**
 * A section, and where it begins.
 *
 * @param section with all that it inherits
 * @param location of its header
 */
record Located(Section section, Location location) {

    String type() {
        return section.type().orElse("");
    }

    String name() {
        return section.name();
    }

    /** What one of its options refers to; the last line counts. */
    List<String> references(String option) {
        List<String> lines = section.all(option);
        return lines.isEmpty()
                ? List.of()
                : Arrays.stream(lines.get(lines.size() - 1).split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    String title() {
        return type().isEmpty() ? "[" + name() + "]" : type() + " [" + name() + "]";
    }
}
