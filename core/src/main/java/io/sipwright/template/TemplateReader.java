package io.sipwright.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns one joined template into what is used, or says what is wrong with it. */
final class TemplateReader {

    static final Set<String> KEYS = Stream.concat(Inheritance.OWN.stream(), Stream.of("fields", "let", "sections"))
            .collect(Collectors.toUnmodifiableSet());

    private static final int MAX_DISPLAY_NAME = 100;
    private static final String KINDS = "expected provider or user";
    private static final String IDS = "expected lower-case letters, digits, '_' and '-', at most 50 characters";

    private final Inheritance.Merged merged;
    private final TemplateReading reading;
    private final JsonNode root;

    TemplateReader(Inheritance.Merged merged) {
        this.merged = merged;
        this.reading = new TemplateReading(merged);
        this.root = merged.json;
    }

    /** What is wrong with it, of a template for inheriting without what it may leave to its children. */
    List<Finding> findings() {
        return reading.findings().stream()
                .filter(finding -> !finding.incomplete() || !merged.file.isAbstract())
                .distinct()
                .toList();
    }

    /** The template; empty if it is for inheriting only, or of no kind. */
    Optional<Template> read() {
        reading.onlyKeys(root, "", KEYS);
        FieldsReader fields = new FieldsReader(reading);
        fields.read(root);
        SectionsReader sections = new SectionsReader(reading, fields::constantDefault);
        FieldOrder order = new FieldOrder(fields.fields(), fields.defaults());
        order.cyclic().forEach(field -> reading.add("/fields/" + field, "expected no cycle of defaults"));
        List<SectionTemplate> made = sections.sections(root);
        TemplateBody body = new TemplateBody(
                fields.fields(),
                order.order(),
                fields.defaults(),
                fields.choiceConditions(),
                fields.required(),
                sections.lets(root),
                made,
                fields.defaults().keySet().stream()
                        .collect(Collectors.toMap(
                                field -> field, field -> reading.origin("/fields/" + field + "/default"))),
                made.stream().collect(Collectors.toMap(SectionTemplate::role, this::typeOrigin)));
        Template.TemplateHead head = head();
        new TemplateChecks(body, reading).run();
        if (merged.file.isAbstract()) {
            return Optional.empty();
        }
        return switch (reading.text(root, "kind", "", "")) {
            case "provider" -> Optional.of(new ProviderTemplate(head, body));
            case "user" -> Optional.of(new UserTemplate(head, body));
            default -> {
                reading.add("/kind", root.has("kind") ? KINDS : "is required: " + KINDS);
                yield Optional.empty();
            }
        };
    }

    /** Where no type is named, it is that of the role, and whoever named the first option has named the section. */
    private String typeOrigin(SectionTemplate section) {
        return root.path("sections").path(section.role()).has("type")
                        || section.options().isEmpty()
                ? reading.origin("/sections/" + section.role() + "/type")
                : section.options().get(0).origin();
    }

    private Template.TemplateHead head() {
        String id = reading.text(root, "id", "", "");
        if (!root.has("id")) {
            reading.add("/id", "is required: " + IDS);
        } else if (root.path("id").isString() && !id.matches("[a-z][a-z0-9_-]{0,49}")) {
            reading.add("/id", IDS);
        }
        Long version = reading.number(root, "version", "");
        if (version != null && (version < 1 || version > Integer.MAX_VALUE)) {
            reading.add("/version", "expected a whole number from 1 to " + Integer.MAX_VALUE);
        }
        String displayName = reading.text(root, "displayName", "", id);
        // It stands in the markers of the file.
        if (displayName.length() > MAX_DISPLAY_NAME
                || FieldCheck.unprintable(displayName).isPresent()) {
            reading.add("/displayName", "expected at most " + MAX_DISPLAY_NAME + " printable characters on one line");
        }
        if (root.has("abstract") && !root.path("abstract").isBoolean()) {
            reading.add("/abstract", "expected true or false, without quotes");
        }
        return new Template.TemplateHead(
                id,
                version == null ? 1 : version.intValue(),
                displayName,
                reading.text(root, "description", "", ""),
                reading.texts(root.path("notes"), "/notes"),
                provenance(),
                TemplateFacts.read(root, reading),
                merged);
    }

    private Provenance provenance() {
        JsonNode json = reading.object(root, "provenance", "/provenance");
        if (json.isEmpty()) {
            return Provenance.NONE;
        }
        reading.onlyKeys(json, "/provenance", Set.of("checked", "evidence", "sources"));
        List<Provenance.Source> sources = new ArrayList<>();
        JsonNode array = json.path("sources");
        if (!array.isMissingNode() && !array.isArray()) {
            reading.add("/provenance/sources", "expected an array of {\"what\": …, \"address\": …}");
        }
        for (int i = 0; i < array.size(); i++) {
            String pointer = "/provenance/sources/" + i;
            JsonNode source = array.get(i);
            if (source.isObject()) {
                reading.onlyKeys(source, pointer, Set.of("what", "address"));
                sources.add(new Provenance.Source(
                        reading.text(source, "what", pointer, ""), reading.text(source, "address", pointer, "")));
            } else {
                reading.add(pointer, "expected {\"what\": …, \"address\": …}");
            }
        }
        String evidence = reading.text(json, "evidence", "/provenance", "unknown");
        return new Provenance(reading.text(json, "checked", "/provenance", ""), evidence(evidence), sources);
    }

    private Provenance.Evidence evidence(String name) {
        for (Provenance.Evidence evidence : Provenance.Evidence.values()) {
            if (evidence.name().toLowerCase(Locale.ROOT).equals(name)) {
                return evidence;
            }
        }
        reading.add("/provenance/evidence", "expected documented, loaded or called");
        return Provenance.Evidence.UNKNOWN;
    }
}
