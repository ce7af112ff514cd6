package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects templates and catalogues from JSON texts, and notes what is wrong with them. Not thread-safe. */
final class CatalogReading {

    static final Set<String> KEYS = Set.of("$schema", "catalogue", "templates");
    static final Set<String> HEAD = Set.of("id", "version", "date", "description");

    private static final int MAX_VERSION = 50;

    /** All that are to be checked; those that were replaced are not among them. */
    final List<TemplateFile> templates = new ArrayList<>();

    final Map<String, TemplateFile> byId = new HashMap<>();
    final List<CatalogSource> sources = new ArrayList<>();
    final List<TemplateProblem> problems = new ArrayList<>();
    private int rank;

    /**
     * Reads what belongs together: a file, or all of a directory. Within it no id may stand twice; what was read before can
     * be replaced. Templates that are in no catalogue make one without a version, so that they show.
     *
     * @param name of such a catalogue
     */
    void together(String name, String from, Runnable reading) {
        rank++;
        int heads = sources.size();
        int wrong = problems.size();
        reading.run();
        boolean some = templates.stream().anyMatch(template -> template.rank() == rank);
        if (some && sources.size() == heads) {
            sources.add(new CatalogSource(name, "", "", "", from));
        } else if (!some && problems.size() == wrong) {
            add(from, "", "expected at least one template");
        }
    }

    int rank() {
        return rank;
    }

    void file(Path file) {
        try {
            read(file.toString(), JsonText.read(file));
        } catch (JsonText.Refused e) {
            add(file.toString(), "", e.reason());
        }
    }

    /** Each template of a directory. */
    void directory(Path directory) {
        List<Path> files = List.of();
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.filter(CatalogReading::isTemplate).sorted().toList();
            if (files.isEmpty()) {
                add(directory.toString(), "", "expected at least one file *.json; directories in it don't count");
            }
        } catch (NotDirectoryException e) {
            add(directory.toString(), "", "expected a directory; this is a file, which addFile takes");
        } catch (NoSuchFileException e) {
            add(directory.toString(), "", "there is no such directory; " + JsonText.RELATIVE);
        } catch (IOException e) {
            add(directory.toString(), "", "can't be read: " + e);
        }
        files.forEach(this::file);
    }

    private static boolean isTemplate(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") && !name.endsWith(".schema.json") && Files.isRegularFile(file);
    }

    /** A template, or a catalogue of several. */
    void read(String file, String json) {
        try {
            ObjectNode object = JsonText.parse(json);
            if (object.has("catalogue") || object.has("templates")) {
                catalogue(file, object);
            } else {
                put(new TemplateFile(file, "", object, rank, null));
            }
        } catch (JsonText.Refused e) {
            add(file, "", e.reason());
        }
    }

    void add(String file, String pointer, String message) {
        problems.add(new TemplateProblem(file, pointer, message));
    }

    private void put(TemplateFile template) {
        TemplateFile former = byId.get(template.id());
        if (template.id().isEmpty()) {
            templates.add(template); // to be told what else is wrong with it
        } else if (former == null) {
            byId.put(template.id(), template);
            templates.add(template);
        } else if (former.rank() == template.rank()) {
            problems.add(template.problem(
                    "/id",
                    "expected another id than that of "
                            + (former.file().equals(template.file()) ? former.place() : former.at("/id"))));
            templates.add(template);
        } else {
            TemplateFile replacing = template.inPlaceOf(former);
            refuseOtherKind(replacing, former);
            byId.put(template.id(), replacing);
            templates.removeIf(other -> other == former);
            templates.add(replacing);
        }
    }

    private void refuseOtherKind(TemplateFile template, TemplateFile former) {
        String remedy = ", which it replaces; or take another id";
        if (!template.kind().equals(former.kind()) && template.json().has("kind")) {
            problems.add(
                    template.problem("/kind", "expected " + former.kind() + ", as in " + former.at("/kind") + remedy));
        } else if (template.isAbstract() && !former.isAbstract()) {
            problems.add(template.problem(
                    "/abstract", "expected a template that objects can be made from, as " + former.at("") + remedy));
        }
    }

    private void catalogue(String file, ObjectNode json) {
        onlyKeys(file, "", json, KEYS);
        boolean misspelled = json.propertyNames().stream()
                .anyMatch(key -> Suggestion.closest(key, Set.of("catalogue"))
                        .filter(meant -> !json.has(meant))
                        .isPresent());
        if (!misspelled) {
            head(file, json.path("catalogue"));
        }
        JsonNode all = json.path("templates");
        if (!all.isMissingNode() && !all.isArray()) {
            add(file, "/templates", "expected an array of templates");
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            String place = "/templates/" + i;
            if (all.get(i) instanceof ObjectNode object) {
                put(new TemplateFile(file, place, object, rank, null));
            } else {
                add(file, place, "expected a template, which is a JSON object");
            }
        }
    }

    private void head(String file, JsonNode head) {
        if (!head.isObject()) {
            add(file, "/catalogue", "expected {\"id\": …, \"version\": …}");
            return;
        }
        onlyKeys(file, "/catalogue", head, HEAD);
        String id = text(file, head, "id", "acme");
        if (head.path("id").isString() && !id.matches("[a-z][a-z0-9_-]{0,49}")) {
            add(file, "/catalogue/id", "expected lower-case letters, digits, '_' and '-', at most 50 characters");
        }
        String version = text(file, head, "version", "2026.12");
        if (head.path("version").isString()
                && (version.isBlank()
                        || version.length() > MAX_VERSION
                        || FieldCheck.unprintable(version).isPresent())) {
            add(file, "/catalogue/version", "expected 1 to " + MAX_VERSION + " printable characters on one line");
        }
        String date = head.has("date") ? text(file, head, "date", "2026-11-22") : "";
        if (head.path("date").isString() && !isDay(date)) {
            add(file, "/catalogue/date", "expected a day such as 2026-11-22");
        }
        String description = head.has("description") ? text(file, head, "description", "Carriers of Acme.") : "";
        sources.stream()
                .filter(source -> source.id().equals(id) && !source.version().isEmpty())
                .findFirst()
                .ifPresent(source -> add(
                        file,
                        "/catalogue/id",
                        "expected another id than that of the catalogue " + source + " in " + source.from()
                                + "; of one catalogue there can be one version"));
        sources.add(new CatalogSource(id, version, date, description, file));
    }

    private String text(String file, JsonNode head, String key, String example) {
        JsonNode node = head.path(key);
        if (node.isMissingNode()) {
            add(file, "/catalogue/" + key, "is required: a text such as \"" + example + "\"");
        } else if (!node.isString()) {
            add(
                    file,
                    "/catalogue/" + key,
                    "expected a text" + (node.isNumber() ? "; write it in quotes: \"" + node.asString() + "\"" : ""));
        }
        return node.asString("");
    }

    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void onlyKeys(String file, String pointer, JsonNode object, Set<String> known) {
        object.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                add(
                        file,
                        pointer + "/" + TemplateReading.step(entry.getKey()),
                        "expected one of " + String.join(", ", new TreeSet<>(known))
                                + Suggestion.clause(entry.getKey(), known));
            }
        });
    }
}
