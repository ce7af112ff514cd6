package io.sipwright.template;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Recognises a template that was written to inherit, and does not say from what. */
final class MissingParent {

    private MissingParent() {}

    /** The one problem, in place of all that is incomplete without the parent. */
    static Optional<TemplateProblem> of(
            Inheritance.Merged merged, List<Finding> findings, List<Inheritance.Merged> all) {
        TemplateFile file = merged.file;
        if (!file.parents().isEmpty() || findings.stream().noneMatch(Finding::incomplete)) {
            return Optional.empty();
        }
        Set<String> bare = new TreeSet<>();
        for (Map.Entry<String, JsonNode> field : file.json().path("fields").properties()) {
            if (field.getValue().isObject() && !field.getValue().has("type")) {
                bare.add(field.getKey());
            }
        }
        return all.stream()
                .filter(parent -> parent.file.isAbstract() && parent.file.kind().equals(file.kind()))
                .filter(parent -> known(bare, parent).size() > 1)
                .max(Comparator.<Inheritance.Merged>comparingInt(
                                parent -> known(bare, parent).size())
                        // Of those that know as much, the one that the others come from.
                        .thenComparing(parent -> -parent.lineage.size()))
                .map(parent -> file.problem(
                        "/extends",
                        "expected the id of a template to inherit from, such as '" + parent.file.id()
                                + "': without one, " + String.join(", ", known(bare, parent))
                                + " are new fields, without type and use"));
    }

    private static Set<String> known(Set<String> fields, Inheritance.Merged parent) {
        Set<String> known = new TreeSet<>(fields);
        known.removeIf(
                field -> parent.json.path("fields").path(field).path("type").isMissingNode());
        return known;
    }
}
