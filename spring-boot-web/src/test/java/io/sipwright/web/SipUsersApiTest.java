package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /api/asterisk/sip-users}. */
class SipUsersApiTest {

    @TempDir
    Path directory;

    Bed bed;

    @BeforeEach
    void open() {
        bed = Bed.in(directory, "sipwright.web.apply-timeout=2s");
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void createsAsInTheSpecification() {
        Bed.Answer created = bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
        assertThat(created.at("/message")).isEqualTo("User created and applied to Asterisk");
        assertThat(created.header("location")).isEqualTo("/api/asterisk/sip-users/alice");
        assertThat(created.at("/user/username")).isEqualTo("alice");
        assertThat(created.at("/user/template_type")).isEqualTo("basic_user");
        assertThat(created.json().at("/user/max_contacts").asInt()).isEqualTo(1);
        assertThat(created.json().has("secret")).isFalse();
        Bed.Answer list = bed.get("/api/asterisk/sip-users").is(200);
        assertThat(list.json().path("count").asInt()).isEqualTo(1);
        assertThat(list.at("/users/0/extension")).isEqualTo("1001");
        assertThat(list.at("/users/0/created_at")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(bed.get("/api/asterisk/sip-users?template_type=mobile_user&q=100")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void generatesASecretAndTellsItOnce() {
        String request = "{\"username\": \"bob\", \"extension\": \"1002\", \"generate_secret\": true}";
        Bed.Answer created = bed.post("/api/asterisk/sip-users", request).is(201);
        String secret = created.at("/secret");
        assertThat(secret).hasSizeGreaterThan(20);
        assertThat(created.header("cache-control")).isEqualTo("no-store");
        assertThat(bed.file("pjsip_users.conf")).contains("password=" + secret);
        assertThat(bed.get("/api/asterisk/sip-users/bob").body()).doesNotContain(secret);
        assertThat(bed.get("/api/asterisk/sip-users/bob/history").body()).doesNotContain(secret);
        String other = bed.put("/api/asterisk/sip-users/bob", "{\"generate_secret\": true}")
                .is(200)
                .at("/secret");
        assertThat(other).isNotEqualTo(secret).hasSizeGreaterThan(20);
        assertThat(bed.post("/api/asterisk/sip-users", Bed.USER.replace("{", "{\"generate_secret\": true, "))
                        .is(422)
                        .fields())
                .containsExactly("generate_secret");
        assertThat(new RevealedSecret(io.sipwright.secret.Secret.of(secret)).toString())
                .doesNotContain(secret);
    }

    @Test
    void changesAndDeletes() {
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
        Bed.Answer changed = bed.put(
                        "/api/asterisk/sip-users/alice",
                        "{\"secret\": \"Other-Horse-8-Staple\", \"extension\": \"1002\", \"template_type\": \"advanced_user\"}",
                        "If-Match",
                        "\"1\"")
                .is(200);
        assertThat(changed.at("/user/template_type")).isEqualTo("advanced_user");
        assertThat(bed.file("pjsip_users.conf")).contains("password=Other-Horse-8-Staple");
        bed.put("/api/asterisk/sip-users/alice", "{\"extension\": \"1\"}", "If-Match", "\"1\"")
                .is(412);
        Bed.Answer patched = bed.patch(
                        "/api/asterisk/sip-users/alice",
                        "{\"template_type\": null, \"notes\": \"two\\nlines\", \"is_active\": false, \"max_contacts\": null}")
                .is(200);
        assertThat(patched.at("/user/template_type")).isEqualTo("basic_user");
        assertThat(patched.at("/user/notes")).isEqualTo("two\nlines");
        assertThat(bed.put(
                                "/api/asterisk/sip-users/alice",
                                "{\"username\": \"x\", \"notes\": \"\\u0000\", \"is_active\": 1}")
                        .is(422)
                        .fields())
                .containsExactlyInAnyOrder("username", "notes", "is_active");
        assertThat(bed.post("/api/asterisk/sip-users/alice/restore", "{\"generation\": 1}")
                        .is(200)
                        .at("/user/extension"))
                .isEqualTo("1001");
        assertThat(bed.file("pjsip_users.conf")).contains("password=Correct-Horse-9-Battery");
        assertThat(bed.delete("/api/asterisk/sip-users/alice").is(200).at("/message"))
                .isEqualTo("User deleted and applied to Asterisk");
        for (String below : new String[] {"", "/history", "/contacts"}) {
            bed.get("/api/asterisk/sip-users/nobody" + below).is(404);
        }
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThat(bed.post("/api/asterisk/sip-users", "{\"secrets\": 1, \"max_contacts\": \"many\", \"notes\": []}")
                        .is(422)
                        .fields())
                .containsExactlyInAnyOrder("username", "secret", "extension", "secrets", "max_contacts", "notes");
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
        bed.post("/api/asterisk/sip-users", Bed.USER).is(409);
        bed.post("/api/trunks", Bed.TRUNK.replace("carrier", "alice")).is(409);
    }

    @Test
    void previewsAndShowsContacts() {
        assertThat(bed.post("/api/asterisk/sip-users/preview", Bed.USER).is(200).at("/config"))
                .contains("[alice]")
                .contains("password=********");
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
        Bed.Answer seen = bed.get("/api/asterisk/sip-users/ALICE/contacts").is(200);
        assertThat(seen.at("/nodes/0/contacts/0/status")).isEqualTo("reachable");
        assertThat(seen.json().at("/nodes/0/contacts/0/round_trip_ms").asDouble())
                .isEqualTo(12.0);
    }
}
