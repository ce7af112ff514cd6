package io.sipwright.template;

import io.sipwright.error.Suggestion;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Collects templates and catalogues from JSON texts, and notes what is wrong with them. Not thread-safe. */
final class CatalogReading {

    static final Set<String> KEYS = Set.of("$schema", "catalogue", "templates");
    static final Set<String> HEAD = Set.of("id", "version", "date", "description");

    private static final int MAX_VERSION = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    final Map<String, TemplateFile> files = new LinkedHashMap<>();
    final List<CatalogSource> sources = new ArrayList<>();
    final List<TemplateProblem> problems = new ArrayList<>();

    /** A template, or a catalogue of several. */
    void read(String file, String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (!(node instanceof ObjectNode object)) {
                add(file, "", "expected a JSON object");
            } else if (object.has("catalogue") || object.has("templates")) {
                catalogue(file, object);
            } else {
                put(new TemplateFile(file, object));
            }
        } catch (JacksonException e) {
            add(
                    file,
                    "",
                    "expected JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")");
        }
    }

    void add(String file, String pointer, String message) {
        problems.add(new TemplateProblem(file, pointer, message));
    }

    private void put(TemplateFile template) {
        files.put(template.id(), template);
    }

    private void catalogue(String file, ObjectNode json) {
        onlyKeys(file, "", json, KEYS);
        head(file, json.path("catalogue"));
        JsonNode templates = json.path("templates");
        if (!templates.isMissingNode() && !templates.isArray()) {
            add(file, "/templates", "expected an array of templates");
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < templates.size(); i++) {
            String place = "/templates/" + i;
            if (templates.get(i) instanceof ObjectNode object) {
                TemplateFile template = new TemplateFile(file, place, object);
                Integer earlier = seen.putIfAbsent(template.id(), i);
                if (earlier != null && !template.id().isEmpty()) {
                    add(file, place + "/id", "expected another id than that of /templates/" + earlier);
                }
                put(template);
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
        String id = text(file, head, "id");
        if (head.path("id").isString() && !id.matches("[a-z][a-z0-9_-]{0,49}")) {
            add(file, "/catalogue/id", "expected lower-case letters, digits, '_' and '-', at most 50 characters");
        }
        String version = text(file, head, "version");
        if (head.path("version").isString()
                && (version.isBlank()
                        || version.length() > MAX_VERSION
                        || FieldCheck.unprintable(version).isPresent())) {
            add(file, "/catalogue/version", "expected 1 to " + MAX_VERSION + " printable characters on one line");
        }
        String date = head.has("date") ? text(file, head, "date") : "";
        if (head.path("date").isString() && !isDay(date)) {
            add(file, "/catalogue/date", "expected a day such as 2026-11-22");
        }
        String description = head.has("description") ? text(file, head, "description") : "";
        sources.add(new CatalogSource(id, version, date, description, file));
    }

    private String text(String file, JsonNode head, String key) {
        if (!head.path(key).isString()) {
            add(file, "/catalogue/" + key, "expected a text");
        }
        return head.path(key).asString("");
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
                        pointer + "/" + entry.getKey(),
                        "expected one of " + String.join(", ", new TreeSet<>(known))
                                + Suggestion.clause(entry.getKey(), known));
            }
        });
    }
}
