package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /api/trunks}. */
class TrunksApiTest {

    @TempDir
    Path directory;

    Bed bed;

    @BeforeEach
    void open() {
        bed = Bed.in(directory, "sipwright.web.apply-timeout=1s");
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void createsAsInTheSpecification() {
        Bed.Answer created = bed.post("/api/trunks", Bed.TRUNK).is(201);
        assertThat(created.header("location")).isEqualTo("/api/trunks/carrier");
        assertThat(created.header("etag")).isEqualTo("\"1\"");
        assertThat(created.at("/message")).isEqualTo("Trunk created and applied to Asterisk");
        assertThat(created.json().path("success").asBoolean()).isTrue();
        assertThat(created.json().path("reload"))
                .isEqualTo(Bed.JSON.readTree("{\"success\": true, \"generation\": 1}"));
        assertThat(created.at("/trunk/trunk_name")).isEqualTo("carrier");
        assertThat(created.at("/trunk/provider")).isEqualTo("telnyx");
        assertThat(created.at("/trunk/username")).isEqualTo("1234567890");
        assertThat(created.at("/trunk/codecs")).isEqualTo("ulaw,alaw,g722");
        assertThat(created.at("/trunk/auth_type")).isEqualTo("credential");
        assertThat(created.json().at("/trunk/registration_enabled").asBoolean()).isTrue();
        assertThat(created.at("/trunk/server")).isEqualTo("sip.telnyx.com");
        assertThat(created.json().at("/trunk/defaulted").toString()).isEqualTo("[\"server\"]");
        assertThat(created.json().at("/trunk/secrets_set").toString()).isEqualTo("[\"password\"]");
        assertThat(bed.file("pjsip_trunks.conf")).contains("password=Correct-Horse-9-Battery");
    }

    @Test
    void aCertificateIsACredential() {
        Bed.Answer created = bed.post("/api/trunks", """
                        {"trunk_name": "teams", "provider": "teams_direct_routing", "auth_type": "credential",
                         "registration_enabled": false, "sbc_fqdn": "sbc.example.com"}""").is(201);
        assertThat(bed.file("pjsip_trunks.conf"))
                .contains("from_domain=sbc.example.com", "media_encryption=sdes")
                .doesNotContain("type=auth", "outbound_auth");
        assertThat(created.at("/trunk/auth_type")).isEqualTo("credential");
        assertThat(created.json().at("/trunk/registration_enabled").asBoolean()).isFalse();
    }

    @Test
    void codecsMayBeAList() {
        bed.post("/api/trunks", Bed.TRUNK.replace("\"ulaw,alaw,g722\"", "[\"opus\", \"alaw\"]"))
                .is(201);
        assertThat(bed.get("/api/trunks/carrier").at("/trunk/codecs")).isEqualTo("opus,alaw");
    }

    @Test
    void tellsWhatAsteriskRefused() {
        bed.asterisk.outcome = FakeAsterisk.rejected("carrier-endpoint");
        Bed.Answer created = bed.post("/api/trunks", Bed.TRUNK).is(201);
        assertThat(created.json().path("success").asBoolean()).isTrue();
        assertThat(created.at("/message")).startsWith("Trunk created, but not seen running in Asterisk: ");
        assertThat(created.json().at("/reload/success").asBoolean(true)).isFalse();
        assertThat(created.at("/reload/state")).isEqualTo("rejected");
        assertThat(created.at("/reload/reasons/0/node")).isEqualTo("default");
        assertThat(created.at("/reload/reasons/0/reason")).isEqualTo("Rejected");
        assertThat(created.at("/reload/reasons/0/objects/0/name")).isEqualTo("carrier-endpoint");
        assertThat(created.at("/reload/reasons/0/objects/0/state")).isEqualTo("other_version");
    }

    @Test
    void tellsWhenAsteriskIsDownOrSlow() {
        bed.asterisk.outcome = FakeAsterisk.UNREACHABLE;
        Bed.Answer down = bed.post("/api/trunks", Bed.TRUNK).is(201);
        assertThat(down.at("/reload/state")).isEqualTo("unreachable");
        assertThat(down.at("/reload/reasons/0/reason")).isEqualTo("NotConnected");
        assertThat(down.at("/reload/reasons/0/message")).contains("connection refused");
    }

    @Test
    void doesNotWaitForEver() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        bed.asterisk.delay = Duration.ofSeconds(3);
        Bed.Answer slow =
                bed.put("/api/trunks/carrier", "{\"context\": \"other\"}").is(200);
        assertThat(slow.at("/reload/state")).isEqualTo("pending");
        assertThat(slow.at("/message")).startsWith("Trunk updated, but not seen running in Asterisk");
    }

    @Test
    void namesAllProblemsAtOnce() {
        Bed.Answer refused = bed.post("/api/trunks", """
                        {"trunk_name": "a b", "provider": "telnyx", "password": "short", "codecs": "ulaw,nonsense",
                         "is_active": "yes", "usrname": "x", "port": {"a": 1}, "overrides": 5, "is_activ": true}""").is(422);
        assertThat(refused.at("/type")).isEqualTo("urn:sipwright:problem:invalid");
        assertThat(refused.fields())
                .contains(
                        "trunk_name",
                        "username",
                        "password",
                        "codecs",
                        "is_active",
                        "usrname",
                        "port",
                        "overrides",
                        "is_activ")
                .doesNotContain("name", "!");
        assertThat(refused.body())
                .contains("Did you mean 'username'?")
                .contains("Did you mean 'is_active'?")
                .doesNotContain("\"short\"");
        assertThat(bed.get("/api/trunks").json().path("count").asInt()).isZero();
    }

    @Test
    void refusesWhatIsMissing() {
        assertThat(bed.post("/api/trunks", "{}").is(422).fields()).contains("trunk_name", "provider");
        assertThat(bed.post("/api/trunks", "{\"trunk_name\": 7, \"provider\": null}")
                        .is(422)
                        .fields())
                .containsExactlyInAnyOrder("trunk_name", "provider");
    }

    @Test
    void refusesANameThatIsTaken() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        Bed.Answer duplicate = bed.post(
                        "/api/trunks",
                        Bed.TRUNK.replace("\"carrier\"", "\"Carrier\"").replace("ulaw,", ""))
                .is(409);
        assertThat(duplicate.at("/type")).isEqualTo("urn:sipwright:problem:duplicate");
        assertThat(duplicate.fields()).contains("trunk_name");
    }

    @Test
    void listsInPages() {
        for (String name : new String[] {"a", "b", "c"}) {
            bed.post(
                            "/api/trunks",
                            Bed.TRUNK
                                    .replace("carrier", name)
                                    .replace("telnyx", "custom_credential")
                                    .replace("\"did\"", "\"server\": \"" + name + ".example.com\", \"did\""))
                    .is(201);
        }
        Bed.Answer first = bed.get("/api/trunks?limit=2").is(200);
        assertThat(first.json().path("trunks").size()).isEqualTo(2);
        assertThat(first.json().path("count").asInt()).isEqualTo(3);
        assertThat(first.at("/next")).isEqualTo("b");
        Bed.Answer second = bed.get("/api/trunks?limit=2&after=b").is(200);
        assertThat(second.at("/trunks/0/trunk_name")).isEqualTo("c");
        assertThat(second.json().has("next")).isFalse();
        assertThat(bed.get("/api/trunks?limit=3").json().has("next")).isFalse();
        assertThat(bed.get("/api/trunks?q=C.EXAMPLE").json().path("count").asInt())
                .isEqualTo(1);
        assertThat(bed.get("/api/trunks?active=false").json().path("count").asInt())
                .isZero();
        assertThat(bed.get("/api/trunks?provider=telnyx").json().path("count").asInt())
                .isZero();
        Bed.Answer wrong = bed.get("/api/trunks?limit=0&active=perhaps&q=%00&after=a%0d%0ab")
                .is(400);
        assertThat(wrong.fields()).containsExactlyInAnyOrder("limit", "active", "q", "after");
        bed.get("/api/trunks?limit=1&limit=2").is(400);
        bed.get("/api/trunks?limit=99999999999999999999").is(400);
    }

    @Test
    void putChangesTheGivenFieldsOnly() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        Bed.Answer changed = bed.put(
                        "/api/trunks/Carrier",
                        "{\"username\": \"new_username\", \"password\": \"Other-Horse-8-Staple\"}")
                .is(200);
        assertThat(changed.at("/message")).isEqualTo("Trunk updated and applied to Asterisk");
        assertThat(changed.at("/trunk/username")).isEqualTo("new_username");
        assertThat(changed.at("/trunk/did")).isEqualTo("+15551234567");
        assertThat(changed.header("etag")).isEqualTo("\"2\"");
        assertThat(bed.file("pjsip_trunks.conf")).contains("password=Other-Horse-8-Staple");
        assertThat(bed.put("/api/trunks/carrier", "{\"trunk_name\": \"other\", \"provider\": null, \"port\": 0}")
                        .is(422)
                        .fields())
                .containsExactlyInAnyOrder("trunk_name", "provider", "port");
    }

    @Test
    void patchIsAMergePatch() {
        bed.post("/api/trunks", Bed.TRUNK.replace("\"did\"", "\"overrides\": {\"endpoint.send_pai\": \"no\"}, \"did\""))
                .is(201);
        Bed.Answer patched = bed.patch("/api/trunks/carrier", """
                        {"did": null, "is_active": false,
                         "overrides": {"endpoint.send_pai": null, "endpoint.trust_id_inbound": "yes"}}""", "Content-Type", "application/merge-patch+json")
                .is(200);
        assertThat(patched.json().at("/trunk/did").isMissingNode()).isTrue();
        assertThat(patched.json().at("/trunk/is_active").asBoolean(true)).isFalse();
        assertThat(patched.json().at("/trunk/overrides").toString())
                .isEqualTo("{\"endpoint.trust_id_inbound\":\"yes\"}");
        assertThat(bed.patch("/api/trunks/carrier", "{\"overrides\": null, \"is_active\": null}")
                        .is(200)
                        .json()
                        .at("/trunk/overrides")
                        .isMissingNode())
                .isTrue();
        assertThat(bed.get("/api/trunks/carrier").json().at("/trunk/is_active").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsAnsweredCanBeSentBack() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        String answered = bed.get("/api/trunks/carrier").json().path("trunk").toString();
        Bed.Answer same = bed.put("/api/trunks/carrier", answered).is(200);
        assertThat(same.json().at("/trunk/defaulted").toString()).isEqualTo("[\"server\"]");
        Bed.Answer moved = bed.put("/api/trunks/carrier", answered.replace("{", "{\"region\": \"eu\","))
                .is(200);
        assertThat(moved.at("/trunk/server")).isEqualTo("sip.telnyx.eu");
    }

    @Test
    void knowsTheColumnsOfTheSpecification() {
        bed.post("/api/trunks", Bed.TRUNK.replace("\"did\"", "\"auth_type\": \"credential\", \"did\""))
                .is(201);
        Bed.Answer plain = bed.put("/api/trunks/carrier", "{\"registration_enabled\": false}")
                .is(200);
        assertThat(plain.at("/trunk/auth")).isEqualTo("credentials");
        assertThat(bed.put("/api/trunks/carrier", "{\"auth_type\": \"ip\"}")
                        .is(200)
                        .at("/trunk/auth_type"))
                .isEqualTo("ip");
        assertThat(bed.put("/api/trunks/carrier", "{\"auth_type\": \"credential\"}")
                        .is(200)
                        .at("/trunk/auth"))
                .isEqualTo("registration");
        assertThat(bed.put("/api/trunks/carrier", "{\"auth_type\": \"both\"}")
                        .is(422)
                        .fields())
                .containsExactly("auth_type");
    }

    @Test
    void honoursVersions() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        assertThat(bed.get("/api/trunks/carrier").is(200).header("etag")).isEqualTo("\"1\"");
        Bed.Answer known = bed.get("/api/trunks/carrier", "If-None-Match", "\"1\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        bed.put("/api/trunks/carrier", "{\"context\": \"a\"}", "If-Match", "\"1\"")
                .is(200);
        assertThat(bed.get("/api/trunks/carrier", "If-None-Match", "\"1\"").status())
                .isEqualTo(200);
        for (String stale : new String[] {"\"1\"", "W/\"2\"", "\"x\"", "\"7\", \"8\""}) {
            Bed.Answer refused = bed.put("/api/trunks/carrier", "{\"context\": \"b\"}", "If-Match", stale)
                    .is(412);
            assertThat(refused.json().path("actual_version").asInt()).isEqualTo(2);
            bed.patch("/api/trunks/carrier", "{\"context\": \"b\"}", "If-Match", stale)
                    .is(412);
            bed.delete("/api/trunks/carrier", "If-Match", stale).is(412);
            bed.post("/api/trunks/carrier/restore", "{\"generation\": 1}", "If-Match", stale)
                    .is(412);
        }
        assertThat(bed.put("/api/trunks/carrier", "{}", "If-Match", "\"1\"")
                        .json()
                        .path("expected_version")
                        .asInt())
                .isEqualTo(1);
        bed.put("/api/trunks/carrier", "{}", "If-Match", "nonsense").is(400);
        bed.put("/api/trunks/carrier", "{\"context\": \"c\"}", "If-Match", "*").is(200);
        bed.put("/api/trunks/carrier", "{\"context\": \"d\"}", "If-Match", "\"1\", \"3\"")
                .is(200);
        bed.delete("/api/trunks/carrier", "If-Match", "\"4\"").is(200);
    }

    @Test
    void deletes() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        Bed.Answer deleted = bed.delete("/api/trunks/carrier").is(200);
        assertThat(deleted.at("/message")).isEqualTo("Trunk deleted and applied to Asterisk");
        assertThat(bed.file("pjsip_trunks.conf")).doesNotContain("carrier");
        bed.delete("/api/trunks/carrier").is(404);
        bed.get("/api/trunks/carrier").is(404);
        bed.put("/api/trunks/carrier", "{}").is(404);
        bed.patch("/api/trunks/carrier", "{}").is(404);
        bed.get("/api/trunks/nobody/history").is(404);
        bed.get("/api/trunks/nobody/registrations").is(404);
        bed.post("/api/trunks/nobody/restore", "{\"generation\": 1}").is(404);
    }

    @Test
    void previewsWithoutStoring() {
        Bed.Answer preview = bed.post("/api/trunks/preview", Bed.TRUNK).is(200);
        assertThat(preview.at("/config")).contains("[carrier-auth]").contains("password=********");
        assertThat(preview.at("/file")).isEqualTo("pjsip_trunks.conf");
        bed.get("/api/trunks/carrier").is(404);
        bed.post("/api/trunks/preview", "{\"is_active\": 1}").is(422);
    }

    @Test
    void remembersAndBringsBack() {
        bed.as("admin").post("/api/trunks", Bed.TRUNK).is(201);
        bed.as(null)
                .put("/api/trunks/carrier", "{\"context\": \"other\", \"region\": \"eu\"}")
                .is(200);
        Bed.Answer history = bed.get("/api/trunks/carrier/history").is(200);
        assertThat(history.json().path("history").size()).isEqualTo(2);
        assertThat(history.at("/history/0/action")).isEqualTo("updated");
        assertThat(history.at("/history/0/actor")).isEqualTo("anonymous");
        assertThat(history.at("/history/0/trunk/context")).isEqualTo("other");
        assertThat(history.at("/history/1/actor")).isEqualTo("admin");
        Bed.Answer restored =
                bed.post("/api/trunks/carrier/restore", "{\"generation\": 1}").is(200);
        assertThat(restored.at("/message")).isEqualTo("Trunk restored and applied to Asterisk");
        assertThat(restored.at("/trunk/context")).isEqualTo("from-trunk");
        assertThat(restored.json().at("/trunk/region").isMissingNode()).isTrue();
        assertThat(bed.file("pjsip_trunks.conf")).contains("password=Correct-Horse-9-Battery");
        bed.post("/api/trunks/carrier/restore", "{\"generation\": 99}").is(404);
        assertThat(bed.post("/api/trunks/carrier/restore", "{}").is(422).fields())
                .containsExactly("generation");
        assertThat(bed.post("/api/trunks/carrier/restore", "{\"generation\": \"1\", \"x\": 1}")
                        .is(422)
                        .fields())
                .containsExactlyInAnyOrder("generation", "x");
        bed.delete("/api/trunks/carrier").is(200);
        bed.post("/api/trunks/carrier/restore", "{\"generation\": 1}").is(200);
        bed.get("/api/trunks/carrier").is(200);
    }

    @Test
    void showsRegistrations() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        Bed.Answer seen = bed.get("/api/trunks/carrier/registrations").is(200);
        assertThat(seen.json().at("/nodes/0/registrations").size()).isEqualTo(1);
        assertThat(seen.at("/nodes/0/registrations/0/state")).isEqualTo("registered");
        bed.asterisk.blindness = "no connection";
        Bed.Answer blind = bed.get("/api/trunks/carrier/registrations").is(200);
        assertThat(blind.json().path("success").asBoolean(true)).isFalse();
        assertThat(blind.at("/nodes/0/message")).isEqualTo("no connection");
    }
}
