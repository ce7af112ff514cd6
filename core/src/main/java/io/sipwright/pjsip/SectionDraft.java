package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The value of the last option of exactly that name. */
    @Nullable
    String last(String option) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof Option last && last.name().equals(option)) {
                return last.value();
            }
        }
        return null;
    }

    /** Asterisk looks the option up again, by name and old value, both without regard to case. */
    void append(String option, String old, String text) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Option last
                    && last.name().equalsIgnoreCase(option)
                    && (old.isEmpty() || last.value().equalsIgnoreCase(old))) {
                entries.set(i, new Option(option, Blanks.strip(old + Blanks.stripEnd(text))));
                return;
            }
        }
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
