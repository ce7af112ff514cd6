package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the parts of one joined template and notes what has the wrong form. */
final class TemplateReading {

    private final Inheritance.Merged merged;
    private final List<Finding> findings;

    TemplateReading(Inheritance.Merged merged) {
        this.merged = merged;
        this.findings = new ArrayList<>(merged.findings);
    }

    List<Finding> findings() {
        return findings;
    }

    /**
     * Notes what is wrong.
     *
     * @param with further places that it follows from
     */
    void add(String pointer, String message, String... with) {
        add(Finding.of(pointer, message, with));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Whether something is wrong at a place or below, from which more may follow. */
    boolean isBroken(String place) {
        return findings.stream().anyMatch(finding -> finding.isUnder(place));
    }

    /** Whether the template says something itself, rather than inheriting it. */
    boolean isOwn(String pointer) {
        return merged.origin(pointer) == merged.file;
    }

    boolean isArray(String pointer) {
        return merged.json.at(pointer).isArray();
    }

    boolean has(String pointer) {
        return !merged.json.at(pointer).isMissingNode();
    }

    /** A key as it stands in a pointer. */
    static String step(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /**
     * The place of a part of one of several alternatives, which an array holds, or of a single one.
     *
     * @param count how many there are
     */
    String place(String pointer, int index, int count, String part) {
        JsonNode node = merged.json.at(pointer);
        String place = pointer;
        if (node.isArray()) {
            if (node.size() != count) {
                return pointer; // a list, or some are wrong and left out
            }
            place += "/" + index;
            node = node.get(index);
        }
        return node.isObject() ? place + part : place;
    }

    String origin(String pointer) {
        return merged.origin(pointer).id();
    }

    /** A text; the alternative when there is none. */
    String text(JsonNode object, String key, String pointer, String alternative) {
        JsonNode node = object.path(key);
        if (node.isMissingNode()) {
            return alternative;
        }
        if (!node.isString()) {
            add(pointer + "/" + key, "expected a text" + inQuotes(node));
            return alternative;
        }
        return node.asString();
    }

    /** What to write in place of a number, true or false where a text is expected. */
    static String inQuotes(JsonNode node) {
        return node.isNumber() || node.isBoolean() ? "; write it in quotes: \"" + node.asString() + "\"" : "";
    }

    @Nullable
    Long number(JsonNode object, String key, String pointer) {
        JsonNode node = object.path(key);
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isIntegralNumber()) {
            add(pointer + "/" + key, "expected a whole number" + (node.isString() ? ", without quotes" : ""));
            return null;
        }
        if (!node.canConvertToLong()) {
            add(pointer + "/" + key, "expected a number of at most 18 digits");
            return null;
        }
        return node.asLong();
    }

    /** A text or an array of texts. */
    List<String> texts(JsonNode node, String pointer) {
        if (node.isMissingNode()) {
            return List.of();
        }
        List<JsonNode> nodes = each(node);
        if (!nodes.stream().allMatch(JsonNode::isString)) {
            add(pointer, "expected a text or an array of texts" + inQuotes(node));
            return List.of();
        }
        return nodes.stream().map(JsonNode::asString).collect(Collectors.toList());
    }

    /** An object; an empty one when there is none. */
    JsonNode object(JsonNode parent, String key, String pointer) {
        JsonNode node = parent.path(key);
        if (!node.isMissingNode() && !node.isObject()) {
            add(pointer, "expected an object");
        }
        return node.isObject() ? node : JsonNodeFactory.instance.objectNode();
    }

    /** Notes keys that mean nothing here. */
    void onlyKeys(JsonNode object, String pointer, Set<String> known) {
        object.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                add(
                        pointer + "/" + step(entry.getKey()),
                        "expected one of " + String.join(", ", new TreeSet<>(known))
                                + Suggestion.clause(entry.getKey(), known));
            }
        });
    }

    Condition condition(JsonNode object, String pointer) {
        List<Condition.Term> terms = new ArrayList<>();
        for (String text : texts(object.path("when"), pointer + "/when")) {
            Condition.Term term = Condition.term(text);
            if (term == null) {
                add(
                        pointer + "/when",
                        "expected 'field', '!field', 'field=value' or 'field!=value', without blanks; several that must all"
                                + " hold stand in an array");
            } else {
                terms.add(term);
            }
        }
        return new Condition(terms);
    }

    /**
     * A text, {@code {"when": …, "value": …}}, or an array of them, of which the first that applies is meant. An array
     * of nothing but texts is a list: one text with commas.
     */
    List<TemplateBody.Alternative> alternatives(JsonNode json, String pointer) {
        List<JsonNode> nodes = json.isMissingNode() ? List.of() : each(json);
        if (nodes.size() > 1 && nodes.stream().allMatch(JsonNode::isString)) {
            nodes = List.of(JsonNodeFactory.instance.stringNode(String.join(",", texts(json, pointer))));
        }
        List<TemplateBody.Alternative> alternatives = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            String place = json.isArray() && json.size() == nodes.size() ? pointer + "/" + i : pointer;
            JsonNode value = node.isObject() ? node.path("value") : node;
            if (node.isObject()) {
                onlyKeys(node, place, Set.of("when", "value"));
            }
            if (!value.isString()) {
                add(place, "expected a text, or {\"when\": …, \"value\": …}, or an array of them" + inQuotes(value));
                continue;
            }
            Condition when = node.isObject() ? condition(node, place) : Condition.ALWAYS;
            TextPattern pattern = pattern(value.asString(), node.isObject() ? place + "/value" : place);
            if (pattern != null) {
                alternatives.add(new TemplateBody.Alternative(when, pattern));
            }
        }
        return alternatives;
    }

    /** The elements of an array, or the node alone. */
    static List<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }

    @Nullable
    TextPattern pattern(String text, String pointer) {
        try {
            return TextPattern.parse(text);
        } catch (IllegalArgumentException e) {
            add(pointer, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
