package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
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
            if (!json.isObject() || !entry.getKey().matches("[a-z][a-z-]*")) {
                reading.add(pointer, "expected a role of lower-case letters, and an object");
                return;
            }
            reading.onlyKeys(json, pointer, Set.of("type", "when", "each", "options"));
            String each = reading.text(json, "each", pointer, "");
            List<OptionTemplate> options = new ArrayList<>();
            reading.object(json, "options", pointer + "/options")
                    .properties()
                    .forEach(option -> options.add(
                            option(option.getKey(), option.getValue(), pointer + "/options/" + option.getKey())));
            sections.add(new SectionTemplate(
                    entry.getKey(),
                    reading.text(json, "type", pointer, entry.getKey()),
                    reading.condition(json, pointer),
                    each.isEmpty() ? null : each,
                    options));
        });
        return sections;
    }

    private OptionTemplate option(String name, JsonNode json, String pointer) {
        List<OptionTemplate.Alternative> alternatives = new ArrayList<>();
        if (json.isArray() && json.isEmpty()) {
            reading.add(pointer, "expected a value; null takes the option away");
        }
        for (JsonNode node : TemplateReading.each(json)) {
            Map<AsteriskVersion, TextPattern> patterns = new EnumMap<>(AsteriskVersion.class);
            Condition when = Condition.ALWAYS;
            if (node.isString()) {
                everywhere(node.asString(), patterns, pointer);
            } else if (node.isObject()) {
                reading.onlyKeys(node, pointer, Set.of("when", "value", "asterisk"));
                when = reading.condition(node, pointer);
                if (node.has("asterisk") == node.has("value")) {
                    reading.add(pointer, "expected either 'value' or 'asterisk'");
                } else if (node.has("value")) {
                    everywhere(reading.text(node, "value", pointer, ""), patterns, pointer + "/value");
                } else {
                    byVersion(node, patterns, pointer);
                }
            } else {
                reading.add(pointer, "expected a text, null, {\"when\": …, \"value\": …} or an array of them");
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
            TextPattern pattern = reading.pattern(
                    reading.text(node.path("asterisk"), entry.getKey(), place, ""), place + "/" + entry.getKey());
            if (pattern != null) {
                patterns.put(version, pattern);
            }
        }
    }
}
