package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;

/** A section while its file is being read. */
final class SectionDraft {

    final String name;
    final Location location;
    boolean template;
    private final List<SectionEntry> entries = new ArrayList<>();

    SectionDraft(String name, Location location) {
        this.name = name;
        this.location = location;
    }

    void add(SectionEntry entry) {
        entries.add(entry);
    }

    /** Takes over the options of another section, not its comments. */
    void inherit(SectionDraft base) {
        // A copy, because a section may name itself with (+,name).
        List.copyOf(base.entries).stream().filter(Option.class::isInstance).forEach(entries::add);
    }

    int size() {
        return entries.size();
    }

    /** Appends text to the last option of that name; false when there is none. */
    boolean append(String option, String text) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof Option last && last.name().equals(option)) {
                entries.set(i, new Option(option, Blanks.strip(last.value() + Blanks.stripEnd(text))));
                return true;
            }
        }
        return false;
    }

    /** Whether it has an option whose name and value contain those texts. */
    boolean matches(String optionPart, String valuePart) {
        return entries.stream()
                .anyMatch(entry -> entry instanceof Option option
                        && option.name().contains(optionPart)
                        && option.value().contains(valuePart));
    }

    Section toSection() {
        return new Section(name, entries);
    }
}
