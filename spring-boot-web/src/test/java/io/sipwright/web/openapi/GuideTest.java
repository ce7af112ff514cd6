package io.sipwright.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of docs/rest-api.md, tried. The contract has the same examples. */
class GuideTest {

    @TempDir
    Path directory;

    @Test
    void examplesAreTrue() throws IOException {
        List<JsonNode> examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/rest-api.md")))
                .results()
                .map(found -> Contract.JSON.readTree(found.group(1)))
                .toList();
        assertThat(examples).hasSize(3);
        assertThat(examples)
                .containsExactly(
                        Contract.JSON.valueToTree(Examples.TRUNK),
                        Contract.JSON.valueToTree(Examples.TRUNK_CREATED),
                        Contract.JSON.valueToTree(Examples.INVALID));
        try (Host host = Host.start(directory);
                Wire wire = new Wire(host.port())) {
            ObjectNode request = (ObjectNode) examples.get(0);
            JsonNode password = request.remove("password");
            same(post(wire, request, 422), examples.get(2), Set.of());
            request.set("password", password);
            JsonNode created = post(wire, request, 201);
            // Nobody looks at what runs here, and time goes on.
            same(created, examples.get(1), Set.of("message", "reload", "created_at", "updated_at"));
        }
    }

    private static JsonNode post(Wire wire, JsonNode body, int status) throws IOException {
        Wire.Answer answer = wire.send(
                "POST",
                "/api/trunks",
                body.toString().getBytes(StandardCharsets.UTF_8),
                List.of("Authorization: Bearer " + Host.ADMIN, "Content-Type: application/json"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return Contract.JSON.readTree(answer.body());
    }

    private static void same(JsonNode given, JsonNode shown, Set<String> except) {
        assertThat(given.propertyNames().stream().collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(shown.propertyNames()));
        shown.properties().stream()
                .filter(member -> !except.contains(member.getKey()))
                .forEach(member -> {
                    JsonNode there = given.path(member.getKey());
                    if (member.getValue().isObject()) {
                        same(there, member.getValue(), except);
                    } else {
                        assertThat(there).as(member.getKey()).isEqualTo(member.getValue());
                    }
                });
    }
}
