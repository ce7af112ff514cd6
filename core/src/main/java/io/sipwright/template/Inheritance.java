package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins a template with its parents: later wins, a null takes away, what is replaced keeps its place. Parents apply in
 * the order named, the template itself last. Remembers which file each part came from.
 */
final class Inheritance {

    /** What describes one template only and is not handed down. */
    private static final Set<String> OWN = Set.of(
            "$schema",
            "id",
            "kind",
            "extends",
            "abstract",
            "version",
            "displayName",
            "description",
            "notes",
            "provenance",
            "registration",
            "leaving",
            "acceptedAdvice");

    private final Map<String, TemplateFile> files;
    private final List<TemplateProblem> problems;

    Inheritance(Map<String, TemplateFile> files, List<TemplateProblem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** A template with all it inherits. */
    static final class Merged {

        final TemplateFile file;
        final ObjectNode json;
        private final Map<String, TemplateFile> origins = new LinkedHashMap<>();

        Merged(TemplateFile file) {
            this.file = file;
            this.json = file.json().objectNode();
        }

        /** The file that a place of the joined template came from. */
        TemplateFile origin(String pointer) {
            for (String place = pointer; !place.isEmpty(); place = place.substring(0, place.lastIndexOf('/'))) {
                TemplateFile origin = origins.get(place);
                if (origin != null) {
                    return origin;
                }
            }
            return file;
        }
    }

    /** Joins a template with its parents; empty when that can't be done, which is reported. */
    Optional<Merged> merge(TemplateFile file) {
        Optional<List<TemplateFile>> lineage = lineage(file, new LinkedHashSet<>());
        return lineage.map(files -> {
            Merged merged = new Merged(file);
            for (TemplateFile ancestor : files) {
                for (Map.Entry<String, JsonNode> entry : ancestor.json().properties()) {
                    if (ancestor == file || !OWN.contains(entry.getKey())) {
                        put(merged, merged.json, "", entry.getKey(), entry.getValue(), ancestor);
                    }
                }
            }
            ownFieldsFirst(merged);
            return merged;
        });
    }

    /** A form begins with what is special about the carrier: fields that no ancestor has come first. */
    private static void ownFieldsFirst(Merged merged) {
        if (!(merged.json.get("fields") instanceof ObjectNode fields)) {
            return;
        }
        ObjectNode ordered = fields.objectNode();
        Predicate<String> own = name -> merged.origins.entrySet().stream()
                .filter(origin -> origin.getKey().startsWith("/fields/" + name + "/"))
                .allMatch(origin -> origin.getValue() == merged.file);
        List<String> names = new ArrayList<>(fields.propertyNames());
        names.stream().filter(own).forEach(name -> ordered.set(name, fields.get(name)));
        names.stream().filter(own.negate()).forEach(name -> ordered.set(name, fields.get(name)));
        merged.json.set("fields", ordered);
    }

    /** All ancestors, the most distant first, and the template itself. */
    private Optional<List<TemplateFile>> lineage(TemplateFile file, Set<String> descendants) {
        if (!descendants.add(file.id())) {
            problems.add(file.problem(
                    "/extends",
                    "expected no cycle: " + String.join(" extends ", descendants) + " extends " + file.id()));
            return Optional.empty();
        }
        List<TemplateFile> lineage = new ArrayList<>();
        boolean good = true;
        for (String parent : file.parents()) {
            TemplateFile found = files.get(parent);
            if (found == null) {
                problems.add(file.problem(
                        "/extends",
                        "expected the id of a template; there is no '" + parent + "'"
                                + Suggestion.clause(parent, files.keySet())));
                good = false;
                continue;
            }
            Optional<List<TemplateFile>> above = lineage(found, new LinkedHashSet<>(descendants));
            good &= above.isPresent();
            above.ifPresent(lineage::addAll);
        }
        lineage.add(file);
        return good ? Optional.of(lineage) : Optional.empty();
    }

    private static void put(
            Merged merged, ObjectNode target, String path, String key, JsonNode value, TemplateFile from) {
        String pointer = path + "/" + key.replace("~", "~0").replace("/", "~1");
        JsonNode present = target.get(key);
        if (value.isNull()) {
            target.remove(key);
            merged.origins.keySet().removeIf(place -> place.equals(pointer) || place.startsWith(pointer + "/"));
        } else if (value instanceof ObjectNode object && joins(pointer)) {
            ObjectNode joined = present instanceof ObjectNode already ? already : target.objectNode();
            target.set(key, joined);
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                put(merged, joined, pointer, entry.getKey(), entry.getValue(), from);
            }
        } else {
            target.set(key, value);
            merged.origins.put(pointer, from);
        }
    }

    /** Whether an object at that place is joined with the parent's, rather than put in its place. */
    private static boolean joins(String pointer) {
        String[] steps = pointer.substring(1).split("/");
        return switch (steps[0]) {
            case "fields" -> steps.length <= 2;
            case "let" -> steps.length == 1;
            case "sections" -> steps.length <= 3;
            default -> false;
        };
    }
}
