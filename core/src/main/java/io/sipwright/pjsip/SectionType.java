package io.sipwright.pjsip;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A section type such as {@code endpoint}, with the options that one version of Asterisk knows.
 *
 * @param name value of the option {@code type}
 * @param options by name, in alphabetical order
 */
public record SectionType(String name, Map<String, OptionType> options) {

    public SectionType {
        options = Map.copyOf(options);
    }

    /** The option of a name, in any case of letters. */
    public Optional<OptionType> option(String optionName) {
        OptionType option = options.get(optionName);
        if (option == null) {
            String lower = optionName.toLowerCase(Locale.ROOT);
            option = options.get(lower);
            if (option == null) {
                option = options.values().stream()
                        .filter(candidate -> candidate.name().equalsIgnoreCase(optionName)
                                || (candidate.name().endsWith("*")
                                        && lower.startsWith(candidate
                                                .name()
                                                .substring(0, candidate.name().length() - 1))))
                        .findFirst()
                        .orElse(null);
            }
        }
        return Optional.ofNullable(option);
    }
}
