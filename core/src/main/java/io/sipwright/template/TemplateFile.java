package io.sipwright.template;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One template as it was written, before its parents are looked up.
 *
 * @param file it stands in, for messages
 * @param place JSON pointer to it within the file; empty where the file is the template
 * @param json the template
 */
record TemplateFile(String file, String place, ObjectNode json) {

    TemplateFile(String file, ObjectNode json) {
        this(file, "", json);
    }

    String id() {
        return json.path("id").asString("");
    }

    boolean isAbstract() {
        return json.path("abstract").asBoolean(false);
    }

    /** What is wrong at a place of the template. */
    TemplateProblem problem(String pointer, String message) {
        return new TemplateProblem(file, place + pointer, message);
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
