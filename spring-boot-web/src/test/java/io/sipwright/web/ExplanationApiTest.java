package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code …/explain}. */
class ExplanationApiTest {

    private static final String SECRET = "Correct-Horse-9-Battery";

    @TempDir
    Path directory;

    private Bed bed;

    @BeforeEach
    void open() {
        bed = Bed.in(directory, "sipwright.web.apply-timeout=2s");
        bed.post(
                        "/api/trunks",
                        Bed.TRUNK.replace(
                                "\"did\"",
                                "\"overrides\": {\"endpoint.language\": \"de\", \"endpoint.send_pai\": null,"
                                        + " \"endpoint.@name\": \"out\"}, \"did\""))
                .is(201);
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private static JsonNode find(JsonNode list, String member, String value) {
        return list.values().stream()
                .filter(one -> one.path(member).asString("").equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhereEachLineComesFromAndStands() {
        Bed.Answer answer = bed.get("/api/trunks/carrier/explain").is(200);
        assertThat(answer.at("/template")).isEqualTo("telnyx");
        assertThat(answer.json().path("active").asBoolean()).isTrue();
        JsonNode endpoint = find(answer.json().path("sections"), "role", "endpoint");
        assertThat(endpoint.path("name").asString()).isEqualTo("out");
        assertThat(endpoint.path("name_override").asString()).isEqualTo("endpoint.@name");
        JsonNode language = find(endpoint.path("options"), "name", "language");
        assertThat(language.path("override").asString()).isEqualTo("endpoint.language");
        assertThat(language.has("template")).isFalse();
        JsonNode context = find(endpoint.path("options"), "name", "context");
        assertThat(context.path("reason").asString()).contains("context=from-trunk (given)");
        JsonNode field = find(context.path("fields"), "field", "context");
        assertThat(field.path("source").asString()).isEqualTo("given");
        assertThat(field.has("from")).isFalse();
        JsonNode removed = find(endpoint.path("removed"), "name", "send_pai");
        assertThat(removed.path("instead").size()).isEqualTo(1);
        assertThat(removed.path("lines").size()).isZero();

        JsonNode place = endpoint.at("/places/0");
        assertThat(place.path("state").asString()).isEqualTo("there");
        assertThat(place.path("file").asString()).isEqualTo("pjsip_trunks.conf");
        List<String> lines = bed.file("pjsip_trunks.conf").lines().toList();
        assertThat(lines.get(place.path("line").asInt() - 1)).isEqualTo("[out]");
        assertThat(lines.get(context.at("/lines/default").asInt() - 1)).isEqualTo("context=from-trunk");
        assertThat(answer.body()).doesNotContain(directory.toString());
    }

    @Test
    void masksSecrets() {
        Bed.Answer trunk = bed.get("/api/trunks/carrier/explain").is(200);
        JsonNode auth = find(trunk.json().path("sections"), "role", "auth");
        assertThat(find(auth.path("options"), "name", "password").path("value").asString())
                .isEqualTo("********");
        Bed.Answer user = bed.get("/api/asterisk/sip-users/alice/explain").is(200);
        assertThat(user.at("/name")).isEqualTo("alice");
        assertThat(find(user.json().path("sections"), "role", "auth")
                        .at("/places/0/file")
                        .asString())
                .isEqualTo("pjsip_users.conf");
        assertThat(trunk.body() + user.body()).contains("********").doesNotContain(SECRET);
        assertThat(bed.file("pjsip_trunks.conf") + bed.file("pjsip_users.conf")).contains(SECRET);
    }

    @Test
    void whatIsNotInTheFileHasNoLine() throws IOException {
        Path file = directory.resolve("pjsip_users.conf");
        Files.writeString(file, Files.readString(file).replace("context=default", "context=elsewhere"));
        JsonNode endpoint = find(
                bed.get("/api/asterisk/sip-users/alice/explain").is(200).json().path("sections"), "role", "endpoint");
        assertThat(endpoint.at("/places/0/state").asString()).isEqualTo("different");
        assertThat(endpoint.at("/places/0").has("file")).isFalse();
        assertThat(endpoint.at("/places/0").has("line")).isFalse();
        assertThat(endpoint.at("/options/0/lines").size()).isZero();

        bed.patch("/api/trunks/carrier", "{\"is_active\": false}").is(200);
        Bed.Answer inactive = bed.get("/api/trunks/carrier/explain").is(200);
        assertThat(inactive.json().path("active").asBoolean(true)).isFalse();
        assertThat(inactive.json().path("sections").size()).isPositive();
    }

    @Test
    void whatIsNotThere() {
        bed.get("/api/trunks/nobody/explain").is(404);
        bed.get("/api/trunks/alice/explain").is(404);
        bed.get("/api/asterisk/sip-users/nobody/explain").is(404);
        bed.get("/api/trunks/%0a/explain").is(404);
        bed.get("/api/trunks/" + "x".repeat(500) + "/explain").is(404);
        bed.post("/api/trunks/carrier/explain", "{}").is(405);
        bed.delete("/api/trunks/carrier").is(200);
        bed.get("/api/trunks/carrier/explain").is(404);
    }
}
