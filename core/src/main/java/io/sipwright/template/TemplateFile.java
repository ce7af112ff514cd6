package io.sipwright.template;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON file with one template, before its parents are looked up. */
record TemplateFile(String file, ObjectNode json) {

    String id() {
        return json.path("id").asString("");
    }

    boolean isAbstract() {
        return json.path("abstract").asBoolean(false);
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
