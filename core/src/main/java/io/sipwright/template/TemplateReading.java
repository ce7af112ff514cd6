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
    private final List<TemplateProblem> problems;

    TemplateReading(Inheritance.Merged merged, List<TemplateProblem> problems) {
        this.merged = merged;
        this.problems = problems;
    }

    void add(String pointer, String message) {
        TemplateProblem problem = merged.origin(pointer).problem(pointer, message);
        if (!problems.contains(problem)) {
            problems.add(problem); // a mistake in a parent shows in each of its children
        }
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
            add(pointer + "/" + key, "expected a text");
            return alternative;
        }
        return node.asString();
    }

    @Nullable
    Long number(JsonNode object, String key, String pointer) {
        JsonNode node = object.path(key);
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isIntegralNumber()) {
            add(pointer + "/" + key, "expected a whole number");
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
            add(pointer, "expected a text or an array of texts");
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
                        pointer + "/" + entry.getKey(),
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
                add(pointer + "/when", "expected 'field', '!field', 'field=value' or 'field!=value'");
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
        for (JsonNode node : nodes) {
            JsonNode value = node.isObject() ? node.path("value") : node;
            if (node.isObject()) {
                onlyKeys(node, pointer, Set.of("when", "value"));
            }
            if (!value.isString()) {
                add(pointer, "expected a text, or {\"when\": …, \"value\": …}, or an array of them");
                continue;
            }
            Condition when = node.isObject() ? condition(node, pointer) : Condition.ALWAYS;
            TextPattern pattern = pattern(value.asString(), pointer);
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
