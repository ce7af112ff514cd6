package io.sipwright.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One option of one section of one object, set by hand where the template does not fit. Overrides apply in order: an
 * option that is there is replaced in its place, another one is added at the end of its section.
 *
 * @param section role of the section in the template, for example {@code endpoint}
 * @param option name of the option
 * @param values one line each; none removes the option
 */
public record OptionOverride(String section, String option, List<String> values) {

    /**
     * Reserved name of an option that gives the section itself another name: {@code endpoint.@name=carrier} makes
     * {@code [carrier]} of {@code [carrier-endpoint]}. References to it in other sections of the object follow.
     */
    public static final String NAME = "@name";

    public OptionOverride {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(option, "option");
        values = List.copyOf(values);
    }

    /** Sets an option to a value, or to several lines. */
    public static OptionOverride set(String section, String option, String... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Override of " + section + "." + option + " has no value");
        }
        return new OptionOverride(section, option, List.of(values));
    }

    /** Takes an option out. */
    public static OptionOverride remove(String section, String option) {
        return new OptionOverride(section, option, List.of());
    }

    /**
     * From JSON: an object {@code {"endpoint.direct_media": "yes", "endpoint.send_pai": null}}, or an array of such
     * objects where the same option is named twice.
     *
     * @throws IllegalArgumentException if it has another form; the message says which
     */
    public static List<OptionOverride> fromJson(@Nullable Object json) {
        List<OptionOverride> overrides = new ArrayList<>();
        if (json instanceof List<?> list) {
            list.forEach(element -> overrides.addAll(fromJson(element)));
        } else if (json instanceof Map<?, ?> map) {
            map.forEach((path, value) -> overrides.add(fromJson(String.valueOf(path), value)));
        } else if (json != null) {
            throw new IllegalArgumentException("overrides: expected {\"section.option\": \"value\", …}");
        }
        return overrides;
    }

    private static OptionOverride fromJson(String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot <= 0 || dot == path.length() - 1) {
            throw new IllegalArgumentException(
                    "overrides: expected 'section.option' as a name, for example " + "'endpoint.direct_media'");
        }
        List<String> values = List.of();
        if (value != null) {
            FieldValue read = FieldValue.ofJson(value);
            if (read.items().isEmpty()) {
                throw new IllegalArgumentException("overrides: expected a text or a list of texts for " + path);
            }
            values = read.items();
        }
        return new OptionOverride(path.substring(0, dot), path.substring(dot + 1), values);
    }

    /** Whether it names the section, instead of setting an option of it. */
    public boolean isName() {
        return option.equals(NAME);
    }

    /** {@code section.option}. */
    public String path() {
        return section + "." + option;
    }

    /** Without the values, which may hold a secret. */
    @Override
    public String toString() {
        return path() + (values.isEmpty() ? " removed" : "=…");
    }
}
