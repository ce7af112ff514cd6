package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins a template with its parents: later wins, a null takes away, what is replaced keeps its place. Parents apply in
 * the order named, the template itself last. Remembers which file each part came from.
 */
final class Inheritance {

    /** What describes one template only and is not handed down. */
    static final Set<String> OWN = Set.of(
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

        /** All ancestors, the most distant first, and the template itself. */
        final List<TemplateFile> lineage;

        /** What is wrong with how the template itself changes what it inherits. */
        final List<Finding> findings = new ArrayList<>();

        private final Map<String, TemplateFile> origins = new LinkedHashMap<>();
        private final Map<String, TemplateFile> removers = new LinkedHashMap<>();

        Merged(TemplateFile file, List<TemplateFile> lineage) {
            this.file = file;
            this.json = file.json().objectNode();
            List<TemplateFile> once = new ArrayList<>();
            lineage.stream()
                    .filter(ancestor -> once.stream().noneMatch(other -> other == ancestor))
                    .forEach(once::add);
            this.lineage = List.copyOf(once);
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

        /** The file whose null has taken a place away, if one has. */
        Optional<TemplateFile> remover(String pointer) {
            return Optional.ofNullable(removers.get(pointer));
        }
    }

    /** Joins a template with its parents; empty when that can't be done, which is reported. */
    Optional<Merged> merge(TemplateFile file) {
        Optional<List<TemplateFile>> lineage = lineage(file, new LinkedHashSet<>());
        return lineage.map(files -> {
            Merged merged = new Merged(file, files);
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
            // Reported for those that are in the cycle, not for those that extend one of them.
            String first = descendants.iterator().next();
            if (first.equals(file.id())) {
                problems.add(cycle(file, descendants));
            }
            return Optional.empty();
        }
        List<TemplateFile> lineage = new ArrayList<>();
        boolean good = true;
        for (String parent : file.parents()) {
            TemplateFile found = files.get(parent);
            if (found == null) {
                report(file.problem(
                        "/extends",
                        "expected the id of a template; there is no '" + parent + "'"
                                + Suggestion.clause(parent, files.keySet())));
                good = false;
                continue;
            }
            if (!found.kind().equals(file.kind()) && isKind(found) && isKind(file)) {
                report(file.problem(
                        "/extends",
                        "expected a template of kind " + file.kind() + "; '" + parent + "' is of kind "
                                + found.kind()));
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

    private void report(TemplateProblem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private static boolean isKind(TemplateFile file) {
        return file.kind().equals("provider") || file.kind().equals("user");
    }

    private static TemplateProblem cycle(TemplateFile file, Set<String> descendants) {
        TemplateFile former = file.former();
        return former != null && descendants.size() == 1
                ? file.problem(
                        "/extends",
                        "expected another template: this one takes the place of " + former.at("")
                                + " and can't extend it; give it an id of its own")
                : file.problem(
                        "/extends",
                        "expected no cycle: " + String.join(" extends ", descendants) + " extends " + file.id());
    }

    private static void put(
            Merged merged, ObjectNode target, String path, String key, JsonNode value, TemplateFile from) {
        String pointer = path + "/" + TemplateReading.step(key);
        JsonNode present = target.get(key);
        if (value.isNull()) {
            if (present == null) {
                nothingToTakeAway(merged, target, path, key, from);
            }
            target.remove(key);
            merged.origins.keySet().removeIf(place -> place.equals(pointer) || place.startsWith(pointer + "/"));
            merged.removers.put(pointer, from);
        } else if (value instanceof ObjectNode object && joins(pointer)) {
            ObjectNode joined = present instanceof ObjectNode already ? already : target.objectNode();
            target.set(key, joined);
            merged.removers.remove(pointer);
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                put(merged, joined, pointer, entry.getKey(), entry.getValue(), from);
            }
        } else if (isObject(pointer)) {
            if (from == merged.file) {
                merged.findings.add(Finding.of(pointer, "expected an object"));
            }
        } else {
            target.set(key, value);
            merged.origins.put(pointer, from);
            merged.removers.remove(pointer);
        }
    }

    /** A parent that is named next to others may take away what one of those has. */
    private static void nothingToTakeAway(
            Merged merged, ObjectNode target, String path, String key, TemplateFile from) {
        boolean besideOthers = from.isAbstract() && from.parents().isEmpty();
        if (from != merged.file || besideOthers || path.isEmpty() && key.matches("id|kind")) {
            return;
        }
        String suggested = Suggestion.clause(key, new TreeSet<>(target.propertyNames()));
        String message = path.isEmpty() && OWN.contains(key)
                ? "null has no meaning here; leave '" + key + "' out"
                : "null takes away what is inherited, and no '" + key + "' is inherited"
                        + (suggested.isEmpty() ? "; leave it out" : suggested);
        String pointer = path + "/" + TemplateReading.step(key);
        merged.findings.add(
                from.parents().isEmpty() ? Finding.incomplete(pointer, message) : Finding.of(pointer, message));
    }

    /** Whether an object at that place is joined with the parent's, rather than put in its place. */
    private static boolean joins(String pointer) {
        String[] steps = pointer.substring(1).split("/", -1);
        return switch (steps[0]) {
            case "fields" -> steps.length <= 2;
            case "let" -> steps.length == 1;
            case "sections" -> steps.length <= 3;
            default -> false;
        };
    }

    /** Whether nothing but an object can stand there. */
    private static boolean isObject(String pointer) {
        String[] steps = pointer.substring(1).split("/", -1);
        return steps.length == 1 && joins(pointer)
                || steps.length == 2 && !steps[0].equals("let") && joins(pointer)
                || steps.length == 3 && steps[0].equals("sections") && steps[2].equals("options");
    }
}
