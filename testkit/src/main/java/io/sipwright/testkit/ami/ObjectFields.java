package io.sipwright.testkit.ami;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.Section;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of objects with their defaults, as Asterisk 22 shows them. */
final class ObjectFields {
    private static final PjsipSchema SCHEMA =
            PjsipSchema.of(AsteriskVersion.parse("22").orElseThrow());

    private ObjectFields() {}

    /** All fields of an object by the names that events give them, e.g. {@code RtpSymmetric}. */
    static Map<String, String> events(String type, Map<String, String> options) {
        Map<String, String> fields = new TreeMap<>();
        for (OptionType option : options(type).values()) {
            if (Spelling.isShown(type, option.name())) {
                fields.put(Spelling.eventName(type, option.name()), value(option, options));
            }
        }
        return fields;
    }

    /** One field as {@code AST_SORCERY} reads it; empty if there is none. Names are compared to the letter. */
    static String read(String type, Map<String, String> options, String field) {
        if (Spelling.isUnreadable(field)) {
            return "";
        }
        OptionType option = options(type).get(field);
        return option == null ? options.getOrDefault(field, "") : value(option, options);
    }

    /** The parts of a field that is a list. */
    static List<String> list(Map<String, String> options, String field) {
        return Arrays.stream(options.getOrDefault(field, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The options of a section in the spelling of Asterisk's answers, without its type. */
    static Map<String, String> canonical(Section section, String type) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Option option : section.options()) {
            Optional<OptionType> known = SCHEMA.type(type).flatMap(sectionType -> sectionType.option(option.name()));
            String name = known.map(OptionType::name)
                    .filter(official -> !official.endsWith("*"))
                    .orElse(option.name());
            boolean adds = known.filter(OptionType::accumulates).isPresent();
            String before = adds ? options.getOrDefault(name, "") : "";
            options.put(name, before.isEmpty() ? option.value() : before + "," + option.value());
        }
        options.remove(Section.TYPE);
        options.replaceAll((name, value) -> {
            OptionType option = options(type).get(name);
            return option == null ? value : Spelling.canonical(option, value);
        });
        return options;
    }

    private static String value(OptionType option, Map<String, String> options) {
        String given = options.get(option.name());
        return given != null ? given : Spelling.canonical(option, option.defaultValue());
    }

    private static Map<String, OptionType> options(String type) {
        return SCHEMA.type(type).map(sectionType -> sectionType.options()).orElse(Map.of());
    }
}
