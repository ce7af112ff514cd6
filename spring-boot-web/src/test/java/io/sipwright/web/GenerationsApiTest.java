package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/asterisk/history} and {@code /api/asterisk/restore}. */
class GenerationsApiTest {

    private static final String HISTORY = "/api/asterisk/history";
    private static final String RESTORE = "/api/asterisk/restore";
    private static final String BOB = Bed.USER.replace("alice", "bob").replace("1001", "1002");

    @TempDir
    Path directory;

    private Bed bed;

    @BeforeEach
    void open() {
        bed = Bed.in(directory, "sipwright.web.apply-timeout=2s");
    }

    @AfterEach
    void close() {
        bed.close();
    }

    /** Generation 1 has the trunk, 2 also alice and bob, in 3 the trunk is changed, in 4 alice is gone. */
    private void live() {
        bed.as("olga").post("/api/trunks", Bed.TRUNK).is(201);
        bed.as("ivan")
                .post("/api/asterisk/bulk", "{\"users\": [" + Bed.USER + ", " + BOB + "]}")
                .is(200);
        bed.patch("/api/trunks/carrier", "{\"context\": \"other\", \"password\": \"Another-Horse-8-Battery\"}")
                .is(200);
        bed.delete("/api/asterisk/sip-users/alice").is(200);
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(bed.get(HISTORY).is(200).json().path("generations").size()).isZero();
        live();
        Bed.Answer first = bed.get(HISTORY + "?limit=3").is(200);
        assertThat(first.json().at("/generations/0/generation").asInt()).isEqualTo(4);
        assertThat(first.at("/generations/0/changes/0/action")).isEqualTo("deleted");
        assertThat(first.at("/generations/1/changes/0/kind")).isEqualTo("trunk");
        assertThat(first.json().at("/generations/1/changes/0/version").asInt()).isEqualTo(2);
        assertThat(first.json().at("/generations/2/changes").size()).isEqualTo(2);
        assertThat(first.at("/generations/2/actor")).isEqualTo("ivan");
        assertThat(first.at("/generations/2/at")).matches("\\d{4}-.*Z");
        assertThat(first.json().path("next").asInt()).isEqualTo(2);
        Bed.Answer last = bed.get(HISTORY + "?limit=3&before=2").is(200);
        assertThat(last.json().path("generations").size()).isEqualTo(1);
        assertThat(last.at("/generations/0/actor")).isEqualTo("olga");
        assertThat(last.json().has("next")).isFalse();
        assertThat(bed.get(HISTORY + "?limit=4").is(200).json().has("next")).isFalse();
        assertThat(bed.get(HISTORY + "?before=1")
                        .is(200)
                        .json()
                        .path("generations")
                        .size())
                .isZero();
        assertThat(bed.get(HISTORY + "?before=999999999999999999&limit=1000")
                        .is(200)
                        .json()
                        .path("generations")
                        .size())
                .isEqualTo(4);
        assertThat(bed.get(HISTORY + "?limit=0&before=0").is(400).fields()).containsExactly("limit", "before");
        assertThat(bed.get(HISTORY + "?limit=1001&before=x").is(400).fields()).containsExactly("limit", "before");
    }

    @Test
    void bringsEverythingBack() {
        live();
        Bed.Answer restored =
                bed.as("olga").post(RESTORE, "{\"generation\": 2}").is(200);
        assertThat(restored.at("/message")).isEqualTo("Restored and applied to Asterisk");
        assertThat(restored.json().path("generation").asInt()).isEqualTo(2);
        assertThat(restored.json().path("created").toString()).isEqualTo("[{\"kind\":\"user\",\"name\":\"alice\"}]");
        assertThat(restored.json().path("changed").toString()).isEqualTo("[{\"kind\":\"trunk\",\"name\":\"carrier\"}]");
        assertThat(restored.json().path("deleted").size()).isZero();
        assertThat(restored.json().at("/reload/generation").asInt()).isEqualTo(5);
        assertThat(restored.json().has("confirmation")).isFalse();
        assertThat(bed.file("pjsip_trunks.conf")).contains("password=Correct-Horse-9-Battery");
        assertThat(bed.get(HISTORY + "?limit=1").at("/generations/0/actor")).isEqualTo("olga");

        Bed.Answer undone = bed.post(RESTORE, "{\"generation\": 4}").is(200);
        assertThat(undone.at("/deleted/0/name")).isEqualTo("alice");
        assertThat(bed.post(RESTORE, "{\"generation\": 0}")
                        .is(200)
                        .json()
                        .path("deleted")
                        .size())
                .isEqualTo(2);
        assertThat(bed.get("/api/trunks").json().path("count").asInt(-1)).isZero();
    }

    @Test
    void whatIsAsItWasIsNotTouched() {
        live();
        Bed.Answer nothing = bed.post(RESTORE, "{\"generation\": 4}").is(200);
        assertThat(nothing.at("/message")).isEqualTo("Nothing had changed");
        assertThat(nothing.json().has("reload")).isFalse();
        assertThat(bed.get(HISTORY).json().path("generations").size()).isEqualTo(4);
    }

    @Test
    void asteriskMayNotFollow() {
        live();
        bed.asterisk.outcome = FakeAsterisk.UNREACHABLE;
        Bed.Answer restored = bed.post(RESTORE, "{\"generation\": 1}").is(200);
        assertThat(restored.at("/reload/state")).isEqualTo("unreachable");
        assertThat(restored.at("/message")).startsWith("Restored, but not seen running in Asterisk: ");
        bed.get("/api/asterisk/sip-users/bob").is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "999999999999999999"})
    void aGenerationThatIsNotThere(String generation) {
        live();
        Bed.Answer missing =
                bed.post(RESTORE, "{\"generation\": " + generation + "}").is(404);
        assertThat(missing.at("/detail")).contains("generation");
        assertThat(bed.get(HISTORY).json().path("generations").size()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"generation\": null}",
                "{\"generation\": \"1\"}",
                "{\"generation\": -1}",
                "{\"generation\": 1.5}"
            })
    void aGenerationThatIsNone(String body) {
        live();
        assertThat(bed.post(RESTORE, body).is(422).fields()).containsExactly("generation");
    }

    @Test
    void aRequestThatIsNone() {
        live();
        bed.post(RESTORE, "[1]").is(400);
        bed.post(RESTORE, "{").is(400);
        assertThat(bed.post(RESTORE, "{\"generation\": 1, \"confirm_within\": 60}")
                        .is(422)
                        .fields())
                .containsExactly("confirm_within");
        bed.get(RESTORE).is(405);
        bed.post(HISTORY, "{}").is(405);
    }
}
