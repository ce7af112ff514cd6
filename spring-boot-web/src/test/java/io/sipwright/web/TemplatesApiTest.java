package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/providers} and {@code /api/user-templates}. */
class TemplatesApiTest {

    @TempDir
    Path directory;

    Bed bed;

    @BeforeEach
    void open() {
        bed = Bed.in(directory);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void listsProviders() {
        Bed.Answer all = bed.get("/api/providers").is(200);
        assertThat(all.json().path("providers").toString()).contains("\"telnyx\"", "\"custom_ip\"");
        assertThat(all.at("/info/telnyx/display_name")).isEqualTo("Telnyx");
        assertThat(all.at("/info/telnyx/auth_type")).isEqualTo("credential");
        assertThat(all.at("/info/custom_ip/auth_type")).isEqualTo("ip");
    }

    @Test
    void tellsAllAboutAProvider() {
        Bed.Answer telnyx = bed.get("/api/providers/telnyx/details").is(200);
        assertThat(telnyx.at("/provider")).isEqualTo("telnyx");
        assertThat(telnyx.at("/display_name")).isEqualTo("Telnyx");
        assertThat(telnyx.at("/default_server")).isEqualTo("sip.telnyx.com");
        assertThat(telnyx.json().path("default_port").asInt()).isEqualTo(5060);
        assertThat(telnyx.json().path("required_fields").toString())
                .isEqualTo("[\"trunk_name\",\"username\",\"password\"]");
        assertThat(telnyx.json().path("optional_fields").toString()).contains("\"context\"", "\"codecs\"");
        assertThat(telnyx.at("/default_codecs")).isEqualTo("ulaw,alaw,g722");
        assertThat(telnyx.at("/registration")).contains("[${trunk_name}]", "type=registration", "${username}@");
        assertThat(telnyx.at("/auth")).contains("password=${password}", "username=${username}");
        assertThat(telnyx.at("/aor")).contains("type=aor");
        assertThat(telnyx.at("/endpoint")).contains("allow=${codecs}", "from_user=${did}");
        assertThat(telnyx.at("/identify")).contains("match=${inbound_sources}");
        assertThat(telnyx.json().path("fields").toString()).contains("\"type\":\"choice\"", "\"help\":");
        assertThat(bed.get("/api/providers/custom_ip/details")
                        .json()
                        .path("registration")
                        .isNull())
                .isTrue();
        bed.get("/api/providers/nobody/details").is(404);
    }

    @Test
    void everyTemplateHasDetailsAndASchema() {
        bed.sipwright.providers().forEach(template -> {
            bed.get("/api/providers/" + template.id() + "/details").is(200);
            JsonNode schema = bed.get("/api/providers/" + template.id() + "/schema")
                    .is(200)
                    .json();
            assertThat(schema.path("$schema").asString("")).endsWith("2020-12/schema");
            template.fields().forEach(field -> {
                JsonNode property = schema.path("properties").path(field.name());
                assertThat(property.isObject()).as(field.name()).isTrue();
                assertThat(property.path("writeOnly").asBoolean(false)).isEqualTo(field.isSecret());
            });
        });
        bed.sipwright.userTemplates().forEach(template -> {
            bed.get("/api/user-templates/" + template.id()).is(200);
            bed.get("/api/user-templates/" + template.id() + "/schema").is(200);
        });
        bed.get("/api/providers/x/schema").is(404);
        bed.get("/api/user-templates/x").is(404);
        bed.get("/api/user-templates/x/schema").is(404);
    }

    @Test
    void tellsAboutUserTemplates() {
        Bed.Answer all = bed.get("/api/user-templates").is(200);
        assertThat(all.at("/templates/mobile_user/default_codecs")).isEqualTo("opus,ulaw,alaw");
        assertThat(all.json()
                        .at("/templates/advanced_user/defaults/max_contacts")
                        .asInt())
                .isEqualTo(3);
        Bed.Answer basic = bed.get("/api/user-templates/basic_user").is(200);
        assertThat(basic.at("/template")).isEqualTo("basic_user");
        assertThat(basic.json().path("required_fields").toString())
                .isEqualTo("[\"username\",\"extension\",\"secret\"]");
        assertThat(basic.at("/auth")).contains("[${username}]", "password=${secret}");
    }

    @Test
    void theSchemaSaysWhatIsRequiredWhen() {
        JsonNode telnyx = bed.get("/api/providers/telnyx/schema").json();
        assertThat(telnyx.path("required").toString()).isEqualTo("[\"trunk_name\",\"provider\"]");
        assertThat(telnyx.path("allOf").toString()).contains("{\"required\":[\"password\"]}");
        assertThat(telnyx.at("/properties/region/oneOf/0/const").asString()).isEqualTo("us");
        assertThat(telnyx.at("/properties/port/maximum").asInt()).isEqualTo(65535);
        JsonNode user = bed.get("/api/user-templates/basic_user/schema").json();
        assertThat(user.path("required").toString()).isEqualTo("[\"username\",\"extension\"]");
        assertThat(user.path("allOf").toString())
                .contains("{\"required\":[\"secret\"]}")
                .contains("generate_secret");
    }

    /** A pattern that refuses what the library takes would keep people from what works. */
    @Test
    void patternsAreThoseOfTheLibrary() {
        JsonNode trunk = bed.get("/api/providers/telnyx/schema").json().path("properties");
        JsonNode user = bed.get("/api/user-templates/webrtc_user/schema").json().path("properties");
        for (String value : new String[] {
            "sip.example.com",
            "192.0.2.1",
            "[2001:db8::1]",
            "a..b",
            "a b",
            "+15551234567",
            "12",
            "abc",
            "a@b",
            "1*0#",
            "/x/y",
            "x,y",
            "from-trunk",
            "_x",
            "-x",
            "sip:h:5060",
            "sips:u@h",
            "tel:1",
            "o'brien",
            "ü"
        }) {
            for (String field : new String[] {"server", "username", "did", "context", "transport", "outbound_proxy"}) {
                agree(trunk, field, value, "/api/trunks/preview", Bed.TRUNK);
            }
            for (String field : new String[] {"extension", "dtls_cert_file", "transport"}) {
                agree(
                        user,
                        field,
                        value,
                        "/api/asterisk/sip-users/preview",
                        Bed.USER.replace("basic_user", "webrtc_user"));
            }
        }
    }

    private void agree(JsonNode properties, String field, String value, String path, String base) {
        ObjectNode request = (ObjectNode) Bed.JSON.readTree(base);
        request.put(field, value);
        boolean taken = !bed.post(path, request.toString()).fields().contains(field);
        String pattern = properties.path(field).path("pattern").asString("");
        if (taken) {
            assertThat(Pattern.compile(pattern).matcher(value).find())
                    .as(field + " " + value + " " + pattern)
                    .isTrue();
        }
    }
}
