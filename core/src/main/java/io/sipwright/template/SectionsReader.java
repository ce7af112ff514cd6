package io.sipwright.template;

import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code let} and {@code sections}. */
final class SectionsReader {

    static final Set<String> KEYS = Set.of("type", "when", "each", "options");

    private final TemplateReading reading;
    private final Function<String, @Nullable String> defaults;

    /**
     * A reader.
     *
     * @param defaults text that a field holds when it is not filled in, by field
     */
    SectionsReader(TemplateReading reading, Function<String, @Nullable String> defaults) {
        this.reading = reading;
        this.defaults = defaults;
    }

    Map<String, List<TemplateBody.Alternative>> lets(JsonNode root) {
        Map<String, List<TemplateBody.Alternative>> lets = new LinkedHashMap<>();
        reading.object(root, "let", "/let")
                .properties()
                .forEach(entry ->
                        lets.put(entry.getKey(), reading.alternatives(entry.getValue(), "/let/" + entry.getKey())));
        return lets;
    }

    List<SectionTemplate> sections(JsonNode root) {
        List<SectionTemplate> sections = new ArrayList<>();
        reading.object(root, "sections", "/sections").properties().forEach(entry -> {
            String pointer = "/sections/" + entry.getKey();
            JsonNode json = entry.getValue();
            if (!entry.getKey().matches("[a-z][a-z-]*")) {
                reading.add(pointer, "expected a role of lower-case letters and '-'");
                return;
            }
            onlyKeys(entry.getKey(), json, pointer);
            String each = reading.text(json, "each", pointer, "");
            List<OptionTemplate> options = new ArrayList<>();
            reading.object(json, "options", pointer + "/options")
                    .properties()
                    .forEach(option -> options.add(option(
                            option.getKey(),
                            option.getValue(),
                            pointer + "/options/" + TemplateReading.step(option.getKey()))));
            sections.add(new SectionTemplate(
                    entry.getKey(),
                    reading.text(json, "type", pointer, entry.getKey()),
                    reading.condition(json, pointer),
                    each.isEmpty() ? null : each,
                    options));
        });
        return sections;
    }

    private void onlyKeys(String role, JsonNode json, String pointer) {
        json.propertyNames().stream().filter(key -> !KEYS.contains(key)).forEach(key -> {
            boolean option = PjsipSchema.of(AsteriskVersion.V22)
                    .type(json.path("type").asString(role))
                    .filter(type -> type.option(key).isPresent())
                    .isPresent();
            reading.add(
                    pointer + "/" + TemplateReading.step(key),
                    "expected one of each, options, type, when"
                            + (option ? "; options belong under 'options'" : Suggestion.clause(key, KEYS)));
        });
    }

    private OptionTemplate option(String name, JsonNode json, String pointer) {
        List<OptionTemplate.Alternative> alternatives = new ArrayList<>();
        if (json.isArray() && json.isEmpty()) {
            reading.add(pointer, "expected a value; null takes the option away");
        }
        List<JsonNode> nodes = TemplateReading.each(json);
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            String place = json.isArray() ? pointer + "/" + i : pointer;
            Map<AsteriskVersion, TextPattern> patterns = new EnumMap<>(AsteriskVersion.class);
            Condition when = Condition.ALWAYS;
            if (node.isString()) {
                everywhere(node.asString(), patterns, place);
            } else if (node.isObject()) {
                reading.onlyKeys(node, place, Set.of("when", "value", "asterisk"));
                when = reading.condition(node, place);
                if (node.has("asterisk") == node.has("value")) {
                    reading.add(place, "expected either 'value' or 'asterisk'");
                } else if (node.has("value")) {
                    String text = reading.text(node, "value", place, "");
                    if (node.path("value").isString()) {
                        everywhere(text, patterns, place + "/value");
                    }
                } else {
                    byVersion(node, patterns, place);
                }
            } else {
                reading.add(
                        place,
                        "expected a text, null, {\"when\": …, \"value\": …} or an array of them"
                                + TemplateReading.inQuotes(node));
            }
            alternatives.add(new OptionTemplate.Alternative(name, when, patterns, defaults));
        }
        return new OptionTemplate(name, alternatives, reading.origin(pointer));
    }

    private void everywhere(String text, Map<AsteriskVersion, TextPattern> patterns, String pointer) {
        TextPattern pattern = reading.pattern(text, pointer);
        if (pattern != null) {
            for (AsteriskVersion version : AsteriskVersion.values()) {
                patterns.put(version, pattern);
            }
        }
    }

    private void byVersion(JsonNode node, Map<AsteriskVersion, TextPattern> patterns, String pointer) {
        String place = pointer + "/asterisk";
        for (Map.Entry<String, JsonNode> entry :
                reading.object(node, "asterisk", place).properties()) {
            AsteriskVersion version = AsteriskVersion.parse(entry.getKey()).orElse(null);
            if (version == null || !version.toString().equals(entry.getKey())) {
                reading.add(place + "/" + entry.getKey(), "expected a version: " + AsteriskVersion.supported());
                continue;
            }
            String text = reading.text(node.path("asterisk"), entry.getKey(), place, "");
            TextPattern pattern =
                    entry.getValue().isString() ? reading.pattern(text, place + "/" + entry.getKey()) : null;
            if (pattern != null) {
                patterns.put(version, pattern);
            }
        }
    }
}
