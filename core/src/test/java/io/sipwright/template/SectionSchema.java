package io.sipwright.template;

import static io.sipwright.template.SchemaNodes.anyOf;
import static io.sipwright.template.SchemaNodes.array;
import static io.sipwright.template.SchemaNodes.closed;
import static io.sipwright.template.SchemaNodes.describe;
import static io.sipwright.template.SchemaNodes.node;
import static io.sipwright.template.SchemaNodes.nothing;
import static io.sipwright.template.SchemaNodes.pattern;
import static io.sipwright.template.SchemaNodes.ref;
import static io.sipwright.template.SchemaNodes.require;
import static io.sipwright.template.SchemaNodes.words;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.SectionType;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What sections of a template may hold, as JSON Schema: the options that Asterisk knows. */
final class SectionSchema {

    private SectionSchema() {}

    /** Types of which an object can have its own. */
    static SortedMap<String, SectionType> types() {
        SortedMap<String, SectionType> types =
                new TreeMap<>(PjsipSchema.of(AsteriskVersion.V22).types());
        types.keySet().removeAll(OptionChecks.OF_THE_HOST);
        return types;
    }

    /** Of a role that bears the name of a type, the options are known without the type. */
    static ObjectNode sections() {
        ObjectNode sections = describe(node().put("type", "object"), "Sections by role, in order.");
        sections.putObject("propertyNames").put("pattern", "^[a-z][a-z-]*$");
        ObjectNode properties = sections.putObject("properties");
        types().keySet().stream().filter(type -> type.matches("[a-z][a-z-]*")).forEach(type -> {
            ObjectNode role = node();
            role.set("if", node().set("not", require(node(), "type")));
            role.set("then", node().set("properties", node().set("options", ref("options-" + type))));
            ObjectNode both = node();
            both.putArray("allOf").add(ref("section")).add(role);
            properties.set(type, anyOf(both, nothing()));
        });
        ObjectNode typed = node();
        typed.putArray("allOf").add(ref("section")).add(require(node(), "type"));
        sections.putObject("patternProperties")
                .set("^(" + String.join("|", new TreeSet<>(OptionChecks.OF_THE_HOST)) + ")$", anyOf(typed, nothing()));
        sections.set("additionalProperties", anyOf(ref("section"), nothing()));
        return sections;
    }

    static ObjectNode section() {
        Set<String> types = types().keySet();
        ObjectNode section = closed(
                "A section of pjsip.conf; keys that are not given are inherited.",
                Map.of(
                        "type", words("Its type in Asterisk; the role by default.", types),
                        "when", ref("conditions", "When there is such a section."),
                        "each",
                                pattern(
                                        "^[a-z][a-z0-9_]*$",
                                        "A list field: a section for each item, which is ${item}."),
                        "options", describe(node().put("type", "object"), "Options in order, by name.")));
        ArrayNode byType = section.putArray("allOf");
        for (String type : types) {
            ObjectNode rule = byType.addObject();
            rule.set("if", require(node().set("properties", node().set("type", node().put("const", type))), "type"));
            rule.set("then", node().set("properties", node().set("options", ref("options-" + type))));
        }
        return section;
    }

    static ObjectNode options(SectionType type) {
        ObjectNode options = describe(node().put("type", "object"), "Options of type=" + type.name() + ".");
        ObjectNode properties = options.putObject("properties");
        ObjectNode patterns = options.putObject("patternProperties");
        patterns.set("^@(?!name$)", ref("value"));
        new TreeMap<>(type.options()).forEach((name, option) -> {
            if (name.endsWith("*")) {
                patterns.set("^" + name.substring(0, name.length() - 1), ref("value"));
            } else {
                properties.set(name, describe(value(option), about(type.name(), option)));
            }
        });
        return options.put("additionalProperties", false);
    }

    /** Words that are known can be completed; whatever has a placeholder is not known before it is filled in. */
    private static ObjectNode value(OptionType option) {
        if (option.kind().equals("bool")) {
            return ref("switch");
        }
        if (!option.kind().equals("enum") || option.choices().isEmpty()) {
            return ref("value");
        }
        ObjectNode known = node();
        option.choices().forEach(known.putArray("enum")::add);
        return anyOf(known, ref("placeholder"), ref("structured"));
    }

    static void values(ObjectNode all) {
        ObjectNode yesOrNo = node();
        yesOrNo.putArray("enum").add("yes").add("no");
        all.set("placeholder", pattern("\\$\\{", "A text with a placeholder."));
        all.set("value", anyOf(ref("text"), ref("structured")));
        all.set(
                "switch",
                anyOf(
                        yesOrNo,
                        pattern("^(true|false|y|n|t|f|1|0|on|off)$", "Yes or no."),
                        ref("placeholder"),
                        ref("structured")));
        ObjectNode versions = closed(
                "By version.",
                Arrays.stream(AsteriskVersion.values())
                        .collect(Collectors.toMap(AsteriskVersion::toString, version -> ref("text"))));
        ObjectNode plain = require(
                closed("A value under a condition.", Map.of("when", ref("conditions"), "value", ref("text"))), "value");
        ObjectNode byVersion = require(
                closed(
                        "A value for each version of Asterisk; one that is not named has no such line.",
                        Map.of("when", ref("conditions"), "asterisk", versions)),
                "asterisk");
        all.set("conditional", anyOf(plain, byVersion));
        all.set(
                "structured",
                anyOf(
                        ref("conditional"),
                        array(anyOf(ref("text"), ref("conditional"))).put("minItems", 1),
                        nothing()));
    }

    private static String about(String type, OptionType option) {
        StringBuilder text = new StringBuilder(option.kind());
        if (option.range() != null) {
            text.append(" from ")
                    .append(option.range().min())
                    .append(" to ")
                    .append(option.range().max());
        }
        if (!option.defaultValue().isEmpty()) {
            text.append("; ").append(option.defaultValue()).append(" by default");
        }
        text.append(option.accumulates() ? "; repeated lines add up" : "");
        text.append(option.required() ? "; required" : "");
        text.append(option.deprecated() ? "; deprecated" : "");
        boolean older = PjsipSchema.of(AsteriskVersion.V16)
                .type(type)
                .flatMap(known -> known.option(option.name()))
                .isPresent();
        return text.append(older ? "." : "; not in Asterisk 16.").toString();
    }
}
