package io.sipwright.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One template as it was written, before its parents are looked up.
 *
 * @param file it stands in, for messages
 * @param place JSON pointer to it within the file; empty where the file is the template
 * @param json the template
 * @param rank counts what was added to the catalogue: a later one may replace templates of an earlier one
 * @param former what it takes the place of; null for nothing
 */
record TemplateFile(
        String file,
        String place,
        ObjectNode json,
        int rank,
        @Nullable TemplateFile former) {

    String id() {
        return json.path("id").asString("");
    }

    boolean isAbstract() {
        return json.path("abstract").asBoolean(false);
    }

    String kind() {
        return json.path("kind").asString("");
    }

    /** Whether something stands at a place of the template itself. */
    boolean says(String pointer) {
        return !json.at(pointer).isMissingNode();
    }

    /** What is wrong at a place of the template. */
    TemplateProblem problem(String pointer, String message) {
        return new TemplateProblem(file, place + pointer, message);
    }

    /** A place in the template: {@code telnyx.json#/fields/region}. */
    String at(String pointer) {
        String whole = place + pointer;
        return whole.isEmpty() ? file : file + "#" + whole;
    }

    TemplateFile inPlaceOf(TemplateFile other) {
        return new TemplateFile(file, place, json, rank, other);
    }

    /** Ids of the parents in the order in which they apply. */
    List<String> parents() {
        List<String> parents = new ArrayList<>();
        JsonNode node = json.path("extends");
        if (node.isArray()) {
            node.forEach(parent -> parents.add(parent.asString("")));
        } else if (!node.isMissingNode()) {
            parents.add(node.asString(""));
        }
        return parents;
    }
}
