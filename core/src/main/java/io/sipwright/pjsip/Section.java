package io.sipwright.pjsip;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A section: {@code [name]} and its options in order. Names and options may repeat; what that means depends on the
 * option (see {@link OptionType#accumulates()}).
 *
 * @param name text between the brackets
 * @param entries options with the comments above them; the last one is never a comment
 */
public record Section(String name, List<SectionEntry> entries) implements PjsipElement {

    /** Name of the option that says what a section is. */
    public static final String TYPE = "type";

    public Section {
        Objects.requireNonNull(name, "name");
        entries = List.copyOf(entries);
        if (!entries.isEmpty() && entries.get(entries.size() - 1) instanceof Comment) {
            // In the text it could not be told from a comment between this section and the next.
            throw new IllegalArgumentException("Section [" + name + "] ends with a comment; put it after the section");
        }
    }

    /** A section of one type with the options given, {@code type} first. */
    public static Section of(String name, String type, List<Option> options) {
        var entries = new java.util.ArrayList<SectionEntry>(options.size() + 1);
        entries.add(new Option(TYPE, type));
        entries.addAll(options);
        return new Section(name, entries);
    }

    /** All options in order, {@code type} included. */
    public List<Option> options() {
        return entries.stream()
                .filter(Option.class::isInstance)
                .map(Option.class::cast)
                .toList();
    }

    /** The type Asterisk builds an object of: the first {@code type} option. Empty for a section that it ignores. */
    public Optional<String> type() {
        return first(TYPE);
    }

    /** The first value of an option. */
    public Optional<String> first(String optionName) {
        for (SectionEntry entry : entries) {
            if (entry instanceof Option option && option.name().equalsIgnoreCase(optionName)) {
                return Optional.of(option.value());
            }
        }
        return Optional.empty();
    }

    /** All values of an option, in order. */
    public List<String> all(String optionName) {
        return options().stream()
                .filter(option -> option.name().equalsIgnoreCase(optionName))
                .map(Option::value)
                .toList();
    }
}
