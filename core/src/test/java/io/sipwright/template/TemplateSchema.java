package io.sipwright.template;

import static io.sipwright.template.SchemaNodes.anyOf;
import static io.sipwright.template.SchemaNodes.array;
import static io.sipwright.template.SchemaNodes.closed;
import static io.sipwright.template.SchemaNodes.describe;
import static io.sipwright.template.SchemaNodes.named;
import static io.sipwright.template.SchemaNodes.node;
import static io.sipwright.template.SchemaNodes.nothing;
import static io.sipwright.template.SchemaNodes.pattern;
import static io.sipwright.template.SchemaNodes.ref;
import static io.sipwright.template.SchemaNodes.require;
import static io.sipwright.template.SchemaNodes.string;
import static io.sipwright.template.SchemaNodes.words;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the published JSON Schemas from what reads templates, and from the options that Asterisk knows. */
final class TemplateSchema {

    static final String TEMPLATE = "template.schema.json";
    static final String CATALOGUE = "catalogue.schema.json";

    private static final String CONDITION = "^(!?[a-z][a-z0-9_]*|[a-z][a-z0-9_]*!?=[^=]*)$";
    private static final String PLACEHOLDERS = "^([^$]|\\$(?!\\{)|\\$\\{[a-z][a-z0-9_]*\\})*$";
    private static final String ID = "^[a-z][a-z0-9_-]{0,49}$";
    private static final String DAY = "^\\d{4}-\\d{2}-\\d{2}$";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TemplateSchema() {}

    static Map<String, String> files() {
        return Map.of(TEMPLATE, text(template()), CATALOGUE, text(catalogue()));
    }

    private static String text(ObjectNode schema) {
        return MAPPER.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode head(String title) {
        return node().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title);
    }

    static ObjectNode catalogue() {
        ObjectNode schema = head("Catalogue of Sipwright templates");
        ObjectNode about = require(
                closed(
                        "Which catalogue it is; versioned apart from the library.",
                        CatalogReading.HEAD,
                        Map.of(
                                "id", pattern(ID, "Name of the catalogue."),
                                "version",
                                        string("Its version, as its makers count.")
                                                .put("minLength", 1)
                                                .put("maxLength", 50),
                                "date", pattern(DAY, "Day of the version."),
                                "description", string("What it holds, in a sentence."))),
                "id",
                "version");
        ObjectNode template = node().put("$ref", TEMPLATE);
        schema.setAll(require(
                closed(
                        "Several templates in one file.",
                        CatalogReading.KEYS,
                        Map.of(
                                "$schema", string("Path of this schema, for editors."),
                                "catalogue", about,
                                "templates", describe(array(template), "Each as in a file of its own."))),
                "catalogue"));
        return schema;
    }

    static ObjectNode template() {
        ObjectNode schema = head("Template of Sipwright");
        Map<String, JsonNode> keys = new TreeMap<>();
        keys.put("$schema", string("Path of this schema, for editors."));
        keys.put("id", pattern(ID, "Name by which trunks and users refer to it."));
        keys.put("kind", words("Whether trunks or SIP users are made from it.", List.of("provider", "user")));
        JsonNode parent =
                pattern(ID, "Id of a template, such as credential-trunk, unregistered-trunk, ip-trunk, sip-user.");
        keys.put(
                "extends",
                describe(anyOf(parent, array(parent)), "What it inherits from; of several, later ones win."));
        keys.put(
                "abstract",
                describe(node().put("type", "boolean"), "For inheriting only: no object can be made from it."));
        keys.put(
                "version",
                describe(
                        node().put("type", "integer").put("minimum", 1).put("maximum", Integer.MAX_VALUE),
                        "Counts the changes of the template."));
        keys.put("displayName", string("Name for people.").put("maxLength", 100));
        keys.put("description", string("What it is for, in a sentence."));
        keys.put("notes", ref("texts", "What a person should know who sets it up: rules, limits, number form."));
        keys.put("provenance", provenance());
        keys.put("registration", words("Whether the carrier has registration.", List.of("offered", "none")));
        keys.put(
                "leaving",
                named(
                        "^[0-9A-Fa-f:.]+(/\\d{1,3})?$",
                        pattern(DAY, "Last day on which calls come from it."),
                        "Addresses that the carrier gives up. They are let in as long as they are listed."));
        ObjectNode accepted = describe(
                node().put("type", "object"), "Advice of the linter that does not apply, each with the reason.");
        ObjectNode codes = accepted.putObject("properties");
        ObjectNode reason = pattern("\\S", "Why this does not apply.");
        AdviceCode.texts().forEach(code -> codes.set(code, reason));
        // A code that is not known is advised against, and no more.
        keys.put("acceptedAdvice", accepted.set("additionalProperties", reason));
        keys.put(
                "fields",
                named(
                        "^[a-z][a-z0-9_]*$",
                        anyOf(ref("field"), nothing()),
                        "What is filled in, in the order of a form."));
        keys.put(
                "let",
                named(
                        "^[a-z][a-z0-9_]*$",
                        anyOf(ref("alternatives"), nothing()),
                        "Names for texts that several options need."));
        keys.put("sections", SectionSchema.sections());
        schema.setAll(
                require(closed("What a carrier, or a kind of SIP user, needs.", TemplateReader.KEYS, keys), "id"));
        schema.set(
                "if", require(node().set("properties", node().set("abstract", node().put("const", true))), "abstract"));
        schema.set("else", require(node(), "kind"));
        schema.set("$defs", definitions());
        return schema;
    }

    private static ObjectNode provenance() {
        ObjectNode source = require(
                closed(
                        "One thing that was read.",
                        Map.of("what", string("What was found there."), "address", string("Where it is."))),
                "what");
        return closed(
                "Where the facts come from.",
                Map.of(
                        "checked", string("Day on which the sources were read, such as 2026-11-22."),
                        "evidence",
                                words(
                                        "How far it was tried: written from documentation, loaded into Asterisk, used for a call.",
                                        List.of("documented", "loaded", "called")),
                        "sources", describe(array(source), "What was read.")));
    }

    private static ObjectNode definitions() {
        ObjectNode all = node();
        all.set(
                "condition",
                pattern(CONDITION, "field (filled in, and not 'no'), !field, field=value, or field!=value"));
        all.set(
                "conditions",
                describe(
                        anyOf(ref("condition"), array(ref("condition"))),
                        "A condition, or several that must all hold."));
        all.set("text", pattern(PLACEHOLDERS, "A text with placeholders ${field} or ${name}."));
        all.set("texts", anyOf(node().put("type", "string"), array(node().put("type", "string"))));
        ObjectNode alternative = require(
                closed("A text under a condition.", Map.of("when", ref("conditions"), "value", ref("text"))), "value");
        JsonNode each = anyOf(ref("text"), alternative);
        all.set(
                "alternatives",
                describe(
                        anyOf(each, array(each)),
                        "A text, a list of texts, or alternatives of which the first that applies is taken."));
        all.set("field", field());
        all.set(
                "choice",
                anyOf(
                        string("Label"),
                        closed(
                                "A choice that does more than bear a label.",
                                Map.of(
                                        "label", string("What a form shows."),
                                        "when", ref("conditions", "When it can be chosen."),
                                        "set",
                                                named(
                                                        "^[a-z][a-z0-9_]*$",
                                                        ref("texts"),
                                                        "Defaults of other fields when this is chosen.")))));
        SectionSchema.values(all);
        SectionSchema.types().forEach((name, type) -> all.set("options-" + name, SectionSchema.options(type)));
        all.set("section", SectionSchema.section());
        return all;
    }

    /** A condition that is not meant to be true or false. */
    private static ObjectNode condition() {
        ObjectNode words = node();
        FieldsReader.WORDS.stream().sorted().forEach(words.putArray("enum")::add);
        ObjectNode both = node();
        both.putArray("allOf").add(ref("condition")).add(node().set("not", words));
        return both;
    }

    private static ObjectNode field() {
        Map<String, JsonNode> keys = new TreeMap<>();
        keys.put("label", string("What a form shows."));
        keys.put(
                "type",
                words(
                        "What it can hold; text by default.",
                        Arrays.stream(FieldType.values())
                                .map(FieldType::jsonName)
                                .toList()));
        keys.put(
                "required",
                describe(anyOf(node().put("type", "boolean"), condition()), "Whether, or when, it must be filled in."));
        keys.put("default", ref("alternatives", "What it holds when it is not filled in."));
        keys.put("min", describe(node().put("type", "integer"), "Smallest number, or shortest text."));
        keys.put("max", describe(node().put("type", "integer"), "Largest number, or longest text."));
        keys.put(
                "choices",
                describe(
                        node().put("type", "object").put("minProperties", 1).set("additionalProperties", ref("choice")),
                        "By value."));
        keys.put("help", string("A sentence for the person who fills it in."));
        // What is left away, or taken away with null, comes from the parent.
        keys.replaceAll((name, schema) -> anyOf(schema, nothing()));
        ObjectNode field = closed("A field; keys that are not given are inherited.", FieldsReader.KEYS, keys);
        field.set(
                "if",
                require(
                        node().set("properties", node().set("type", node().set("not", node().put("const", "choice")))),
                        "type"));
        field.set("then", node().set("not", require(node(), "choices")));
        return field;
    }
}
