package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What fitted sections of one shape: these often come by the thousand. Thread-safe. */
final class KnownShapes {

    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE = 8;

    /** Kinds of options whose value belongs to the shape; others differ from phone to phone. */
    private static final Set<String> SHAPING =
            Set.of("bool", "enum", "uint", "codec-list", "enum-list", "ref:transport");

    private final PjsipSchema schema;
    private final Map<String, List<Known>> shapes = new ConcurrentHashMap<>();

    KnownShapes(AsteriskVersion version) {
        schema = PjsipSchema.of(version);
    }

    /**
     * How sections of a shape were fitted.
     *
     * @param template that fitted
     * @param constants what its choices were
     * @param guesses which guess was right for each other field, counted from 0
     * @param overrides the options that had to be overridden
     */
    record Known(
            Template template,
            Map<String, FieldValue> constants,
            Map<String, Integer> guesses,
            List<String> overrides) {

        static Known of(Template template, TemplateFit fit, Map<String, List<FieldValue>> guesses) {
            Map<String, FieldValue> constants = new LinkedHashMap<>();
            Map<String, Integer> numbers = new LinkedHashMap<>();
            fit.fields().forEach((name, value) -> {
                TemplateField field = template.body().fields().get(name);
                boolean chosen = field == null
                        || field.type() == FieldType.BOOLEAN
                        || !field.choices().isEmpty();
                int number = guesses.getOrDefault(name, List.of()).indexOf(value);
                if (chosen || number < 0) {
                    constants.put(name, value);
                } else {
                    numbers.put(name, number);
                }
            });
            return new Known(template, constants, numbers, paths(fit));
        }

        /** The same for other sections of the shape; empty where a value is missing. */
        Optional<Map<String, FieldValue>> given(Map<String, List<FieldValue>> found) {
            Map<String, FieldValue> given = new LinkedHashMap<>(constants);
            for (Map.Entry<String, Integer> guess : guesses.entrySet()) {
                List<FieldValue> values = found.getOrDefault(guess.getKey(), List.of());
                if (guess.getValue() >= values.size()) {
                    return Optional.empty();
                }
                given.put(guess.getKey(), values.get(guess.getValue()));
            }
            return Optional.of(given);
        }

        boolean isLike(TemplateFit fit) {
            return paths(fit).equals(overrides);
        }

        private static List<String> paths(TemplateFit fit) {
            return fit.overrides().stream().map(OptionOverride::path).toList();
        }
    }

    List<Known> of(String shape) {
        return shapes.getOrDefault(shape, List.of());
    }

    void add(String shape, Known known) {
        if (shapes.size() >= MOST) {
            shapes.clear();
        }
        List<Known> ofShape = shapes.computeIfAbsent(shape, key -> new CopyOnWriteArrayList<>());
        if (ofShape.size() < MOST_OF_ONE) {
            ofShape.add(known);
        }
    }

    /** What phones of one make and setting have in common. */
    String shape(TemplateKind kind, String name, List<Section> sections) {
        StringBuilder shape = new StringBuilder(512).append(kind);
        for (Section section : sections) {
            String typeName = section.type().orElse("");
            Optional<SectionType> type = schema.type(typeName);
            shape.append('\n').append(typeName).append(section.name().equals(name));
            for (Option option : section.options()) {
                Optional<OptionType> known = type.flatMap(t -> t.option(option.name()));
                shape.append(' ').append(option.name().toLowerCase(Locale.ROOT));
                if (known.filter(t -> SHAPING.contains(t.kind())).isPresent()) {
                    shape.append('=').append(option.value());
                } else {
                    shape.append(
                            option.value().equals(name)
                                    ? "=name"
                                    : option.value().isEmpty() ? "=" : "=*");
                }
            }
        }
        return shape.toString();
    }
}
