package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.InMemoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** {@code confirm_within} and {@code /api/asterisk/confirmation}. */
class ConfirmationApiTest {

    private static final String PENDING = "/api/asterisk/confirmation";
    private static final String CONFIRM = PENDING + "/confirm";
    private static final String GO_BACK = PENDING + "/go-back";

    @TempDir
    Path directory;

    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Bed bed;

    @BeforeEach
    void open() {
        bed = Bed.on(directory, new InMemoryStore(new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }
        }));
        bed.as("olga").post("/api/trunks", Bed.TRUNK).is(201);
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private String context() {
        return bed.get("/api/trunks/carrier").is(200).at("/trunk/context");
    }

    @Test
    void whatIsConfirmedStays() {
        Bed.Answer changed = bed.patch("/api/trunks/carrier?confirm_within=PT5M", "{\"context\": \"other\"}")
                .is(200);
        assertThat(changed.at("/confirmation/deadline")).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(changed.json().at("/reload/success").asBoolean()).isTrue();
        Bed.Answer pending = bed.get(PENDING).is(200);
        assertThat(pending.json().path("confirmation")).isEqualTo(changed.json().path("confirmation"));
        assertThat(pending.at("/confirmation/actor")).isEqualTo("olga");
        assertThat(pending.json().at("/confirmation/base").asInt()).isEqualTo(2);
        assertThat(pending.json().at("/confirmation/newest").asInt()).isEqualTo(3);

        assertThat(bed.as("ivan").post(CONFIRM, null).is(200).at("/message")).isEqualTo("Confirmed");

        assertThat(bed.get(PENDING).is(200).json().has("confirmation")).isFalse();
        now = now.plusSeconds(301);
        bed.post("/api/asterisk/reconcile", null).is(200);
        assertThat(context()).isEqualTo("other");
    }

    @Test
    void whatIsNotConfirmedGoesBack() {
        bed.patch("/api/trunks/carrier?confirm_within=300", "{\"context\": \"other\"}")
                .is(200);
        now = now.plusSeconds(300);
        bed.post("/api/asterisk/reconcile", null).is(200);
        assertThat(context()).isEqualTo("from-trunk");
        assertThat(bed.get("/api/asterisk/history?limit=1").is(200).at("/generations/0/actor"))
                .isEqualTo("system");
        assertThat(bed.get(PENDING).is(200).json().has("confirmation")).isFalse();
        assertThat(bed.post(CONFIRM, null).is(409).at("/type")).endsWith(":nothing-to-confirm");
        bed.patch("/api/trunks/carrier", "{\"context\": \"third\"}").is(200);
    }

    @Test
    void goesBackNow() {
        bed.delete("/api/asterisk/sip-users/alice?confirm_within=300").is(200);
        Bed.Answer back = bed.as("ivan").post(GO_BACK, null).is(200);
        assertThat(back.at("/message")).isEqualTo("Taken back and applied to Asterisk");
        assertThat(back.json().path("generation").asInt()).isEqualTo(2);
        assertThat(back.at("/created/0/kind")).isEqualTo("user");
        assertThat(back.at("/created/0/name")).isEqualTo("alice");
        assertThat(back.json().at("/reload/generation").asInt()).isEqualTo(4);
        assertThat(bed.file("pjsip_users.conf")).contains("[alice]");
        assertThat(bed.get("/api/asterisk/history?limit=1").at("/generations/0/actor"))
                .isEqualTo("ivan");
        bed.post(GO_BACK, null).is(409);
    }

    @Test
    void nothingWaits() {
        assertThat(bed.get(PENDING).is(200).json().has("confirmation")).isFalse();
        for (String end : List.of(CONFIRM, GO_BACK)) {
            Bed.Answer refused = bed.post(end, null).is(409);
            assertThat(refused.at("/type")).isEqualTo("urn:sipwright:problem:nothing-to-confirm");
            assertThat(refused.header("retry-after")).isNull();
        }
    }

    @Test
    void everyChangeCanWait() {
        String change = "{\"context\": \"x\"}";
        String second =
                Bed.TRUNK.replace("carrier", "second").replace("\"did\"", "\"inbound_match\": \"none\", \"did\"");
        waits(HttpMethod.POST, "/api/trunks", second);
        waits(
                HttpMethod.POST,
                "/api/asterisk/sip-users",
                Bed.USER.replace("alice", "bob").replace("1001", "1002"));
        waits(HttpMethod.POST, "/api/asterisk/bulk", "{\"trunks\": [" + Bed.TRUNK.replace("from-trunk", "x") + "]}");
        waits(
                HttpMethod.POST,
                "/api/asterisk/bulk?mode=valid",
                "{\"users\": [" + Bed.USER.replace("default", "x") + "]}");
        for (String path : List.of("/api/trunks/carrier", "/api/asterisk/sip-users/alice")) {
            waits(HttpMethod.PUT, path, change);
            waits(HttpMethod.PATCH, path, change);
            bed.patch(path, change).is(200);
            waits(HttpMethod.POST, path + "/restore", "{\"generation\": " + (path.endsWith("alice") ? 2 : 1) + "}");
            waits(HttpMethod.DELETE, path, null);
            bed.get(path).is(200);
        }
        waits(HttpMethod.POST, "/api/asterisk/restore", "{\"generation\": 1}");
        bed.get("/api/asterisk/sip-users/alice").is(200);
    }

    private void waits(HttpMethod method, String path, String body) {
        String parameter = (path.contains("?") ? "&" : "?") + "confirm_within=PT10M";
        Bed.Answer answer = bed.send(method, path + parameter, body);
        assertThat(answer.status()).as(path + answer.body()).isIn(200, 201);
        assertThat(answer.at("/confirmation/actor")).as(answer.body()).isEqualTo("olga");
        bed.post(GO_BACK, null).is(200);
    }

    @Test
    void othersAreRefusedMeanwhile() {
        bed.patch("/api/trunks/carrier?confirm_within=PT5M", "{\"context\": \"other\"}")
                .is(200);
        String change = "{\"context\": \"third\"}";
        for (Bed.Answer refused : List.of(
                bed.as("ivan").patch("/api/trunks/carrier", change),
                bed.put("/api/asterisk/sip-users/alice", change),
                bed.delete("/api/trunks/carrier"),
                bed.post(
                        "/api/asterisk/sip-users",
                        Bed.USER.replace("alice", "bob").replace("1001", "1002")),
                bed.post("/api/asterisk/bulk", "{\"trunks\": [" + Bed.TRUNK + "]}"),
                bed.post("/api/asterisk/bulk?mode=valid", "{\"trunks\": [" + Bed.TRUNK + "]}"),
                bed.post("/api/asterisk/restore", "{\"generation\": 1}"),
                bed.post("/api/trunks/carrier/restore", "{\"generation\": 1}"),
                bed.as("olga").patch("/api/trunks/carrier?confirm_within=PT5M", change))) {
            refused.is(409);
            assertThat(refused.at("/type")).isEqualTo("urn:sipwright:problem:unconfirmed");
            assertThat(refused.at("/detail")).contains("olga", "2026-03-01T10:05:00Z");
            assertThat(refused.at("/deadline")).isEqualTo("2026-03-01T10:05:00Z");
        }
        assertThat(context()).isEqualTo("other");
        bed.post("/api/trunks/preview", Bed.TRUNK).is(200);
        bed.post("/api/asterisk/apply", null).is(200);
        bed.post(CONFIRM, null).is(200);
        bed.patch("/api/trunks/carrier", change).is(200);
    }

    @Test
    void whatChangesNothingDoesNotWait() {
        Bed.Answer answer = bed.post("/api/asterisk/restore?confirm_within=60", "{\"generation\": 2}")
                .is(200);
        assertThat(answer.json().has("confirmation")).isFalse();
        bed.post("/api/trunks?confirm_within=60", Bed.TRUNK).is(409);
        bed.patch("/api/trunks/carrier?confirm_within=60", "{\"did\": []}").is(422);
        assertThat(bed.get(PENDING).is(200).json().has("confirmation")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "86400", "PT1S", "pt5m", "P1D", "PT23H59M"})
    void takesDurations(String duration) {
        bed.patch("/api/trunks/carrier?confirm_within=" + duration, "{\"context\": \"x\"}")
                .is(200);
        assertThat(bed.get(PENDING).is(200).at("/confirmation/actor")).isEqualTo("olga");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-5",
                "-PT5M",
                "PT0.9S",
                "86401",
                "P2D",
                "5m",
                "1.5",
                "%205",
                "5,5",
                "PT5M&confirm_within=PT5M",
                "99999999999999999999",
                "PT99999999999999999999H",
                "PT9223372036854775807S",
                "null",
                "%00",
                "%D9%A5"
            })
    void refusesOthers(String duration) {
        Bed.Answer refused = bed.patch("/api/trunks/carrier?confirm_within=" + duration, "{\"context\": \"x\"}")
                .is(400);
        assertThat(refused.fields()).containsExactly("confirm_within");
        assertThat(bed.delete("/api/asterisk/sip-users/alice?confirm_within=" + duration)
                        .is(400)
                        .fields())
                .containsExactly("confirm_within");
        assertThat(bed.post("/api/asterisk/bulk?mode=x&confirm_within=" + duration, "{}")
                        .is(400)
                        .fields())
                .containsExactly("mode", "confirm_within");
        assertThat(context()).isEqualTo("from-trunk");
        bed.get("/api/asterisk/sip-users/alice").is(200);
    }
}
