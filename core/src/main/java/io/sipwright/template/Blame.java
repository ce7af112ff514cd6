package io.sipwright.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says of everything that is wrong in joined templates whose words caused it. A mistake in a parent shows in each child and is
 * reported once, in the parent; what is wrong only together with a child's words, or with a template that has taken the place
 * of another, is reported there, with the place it spoils.
 */
final class Blame {

    private final Map<TemplateFile, List<Finding>> findings = new IdentityHashMap<>();
    private final List<Inheritance.Merged> all = new ArrayList<>();
    private final List<TemplateProblem> problems;
    private final Map<String, Spoiling> spoiling = new LinkedHashMap<>();

    Blame(List<TemplateProblem> problems) {
        this.problems = problems;
    }

    void add(Inheritance.Merged merged, List<Finding> found) {
        all.add(merged);
        findings.put(merged.file, List.copyOf(found));
    }

    /** Adds the problems. */
    void report() {
        for (Inheritance.Merged merged : all) {
            List<Finding> found = found(merged.file);
            Optional<TemplateProblem> parent = MissingParent.of(merged, found, all);
            parent.ifPresent(this::add);
            found.stream()
                    .filter(finding -> parent.isEmpty() || !finding.incomplete())
                    .forEach(finding -> report(merged, finding));
        }
        spoiling.values().forEach(each -> add(each.problem()));
    }

    private void add(TemplateProblem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private List<Finding> found(TemplateFile file) {
        return findings.getOrDefault(file, List.of());
    }

    private void report(Inheritance.Merged merged, Finding finding) {
        TemplateFile origin = merged.origin(finding.pointer());
        TemplateFile culprit = merged.lineage.stream()
                .filter(ancestor -> found(ancestor).stream().anyMatch(finding::isSameAs))
                .findFirst()
                .orElse(merged.file);
        if (culprit != merged.file) {
            return; // it is reported for that ancestor
        }
        Optional<TemplateFile> replacing = merged.lineage.stream()
                .filter(ancestor -> ancestor.former() != null && ancestor.rank() > culprit.rank())
                .reduce((first, second) -> second);
        Optional<String> removed = Optional.ofNullable(finding.missing())
                .flatMap(name -> List.of("/fields/" + name, "/let/" + name).stream()
                        .filter(place -> merged.remover(place).isPresent())
                        .findFirst());
        String place = origin.at(finding.pointer());
        if (replacing.isPresent()) {
            TemplateFile newer = replacing.get();
            spoil(
                    newer,
                    "/id",
                    "in place of " + newer.id() + " it spoils ",
                    place + ": " + finding.message(),
                    "; take another id and extend it");
        } else if (removed.isPresent()) {
            TemplateFile remover = merged.remover(removed.get()).orElseThrow();
            if (remover == origin) {
                add(origin.problem(finding.pointer(), finding.message() + " (null takes it away)"));
            } else {
                spoil(
                        remover,
                        removed.get(),
                        "null takes away what is still used, by ",
                        place,
                        "; take that away too, or say it anew");
            }
        } else if (origin == merged.file) {
            add(origin.problem(finding.pointer(), finding.message()));
        } else {
            spoil(
                    merged.file,
                    cause(merged.file, finding),
                    "with what it inherits, ",
                    place + ": " + finding.message(),
                    finding.missing() == null ? "; say that anew as well, or take it away with null" : "");
        }
    }

    /** The place of a child that changes what it inherits: the nearest one to where that goes wrong. */
    private static String cause(TemplateFile child, Finding finding) {
        for (String place : finding.with()) {
            if (child.says(place)) {
                return place;
            }
        }
        String place = finding.pointer();
        while (place.indexOf('/', 1) > 0) {
            if (child.says(place)) {
                return place;
            }
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return "/extends";
    }

    private void spoil(TemplateFile file, String pointer, String before, String what, String after) {
        spoiling.computeIfAbsent(
                        file.at(pointer) + before,
                        key -> new Spoiling(file, pointer, before, after, new LinkedHashSet<>()))
                .places
                .add(what);
    }

    /** Places of others that one place makes wrong; the first is named, so that one mistake is one line. */
    private record Spoiling(TemplateFile file, String pointer, String before, String after, Set<String> places) {

        TemplateProblem problem() {
            String more = places.size() == 1 ? "" : " (and " + (places.size() - 1) + " more)";
            return file.problem(pointer, before + places.iterator().next() + more + after);
        }
    }
}
