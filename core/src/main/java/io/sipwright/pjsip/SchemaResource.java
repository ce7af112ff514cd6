package io.sipwright.pjsip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code schema.json}: measured facts about every option, one entry a line. Loaded once, at first use. */
final class SchemaResource {

    private static final Map<AsteriskVersion, PjsipSchema> SCHEMAS = new EnumMap<>(AsteriskVersion.class);
    private static final SortedSet<String> CODECS = new TreeSet<>();

    static {
        JsonNode root = read();
        root.path("codecs").forEach(codec -> CODECS.add(codec.asString()));
        for (AsteriskVersion version : AsteriskVersion.values()) {
            Map<String, SectionType> types = new TreeMap<>();
            for (Map.Entry<String, JsonNode> type : root.path("types").properties()) {
                types.put(type.getKey(), new SectionType(type.getKey(), options(type.getValue(), version)));
            }
            SCHEMAS.put(version, new PjsipSchema(version, types));
        }
    }

    private SchemaResource() {}

    static PjsipSchema schema(AsteriskVersion version) {
        return Objects.requireNonNull(SCHEMAS.get(version));
    }

    static SortedSet<String> codecs() {
        return Collections.unmodifiableSortedSet(CODECS);
    }

    private static JsonNode read() {
        try (InputStream in = SchemaResource.class.getResourceAsStream("schema.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, "schema.json is not in the jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, OptionType> options(JsonNode type, AsteriskVersion version) {
        Map<String, OptionType> options = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : type.properties()) {
            JsonNode option = entry.getValue();
            if (option.path("since").asInt(0) <= version.major()) {
                options.put(entry.getKey(), option(entry.getKey(), option, version));
            }
        }
        return options;
    }

    private static OptionType option(String name, JsonNode node, AsteriskVersion version) {
        JsonNode choices =
                version == AsteriskVersion.V16 && node.has("values16") ? node.get("values16") : node.path("values");
        return new OptionType(
                name,
                node.path("kind").asString(),
                node.path("default").asString(""),
                strings(choices),
                range(node),
                node.path("maxBytes").asInt(0),
                node.path("accumulates").asBoolean(false),
                node.path("required").asBoolean(false),
                strings(node.path("deprecatedIn")).contains(version.toString()));
    }

    private static OptionType.@Nullable Range range(JsonNode node) {
        if (!node.has("max") && !node.has("min")) {
            return null;
        }
        return new OptionType.Range(node.path("min").asLong(0), node.path("max").asLong(Integer.MAX_VALUE));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asString()));
        return strings;
    }
}
