package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every status that is an error. */
class ProblemsTest {

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
    void malformedJson() {
        Bed.Answer answer = bed.post("/api/trunks", "{\"password\":\n \"canary-1\" canary-2")
                .is(400);
        assertThat(answer.at("/type")).isEqualTo("urn:sipwright:problem:malformed-json");
        assertThat(answer.at("/detail")).contains("line 2, column").doesNotContain("canary");
        for (String json : new String[] {
            "", "[]", "null", "5", "\"x\"", "{} x", "{\"a\":1,\"a\":2}", "[".repeat(5000), "{\"n\":1e99999999999}"
        }) {
            bed.post("/api/trunks", json).is(400);
        }
        bed.post("/api/trunks", null, "Content-Type", "application/json").is(400);
        assertThat(bed.send(
                                MockMvcRequestBuilders.post("/api/trunks")
                                        .contentType("application/json")
                                        .content(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}),
                                null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void hugeNumbersAreNoTrouble() {
        bed.post(
                        "/api/trunks",
                        "{\"port\": 1e999999, \"expiration\": 1E-999999, \"auth_username\": " + "9".repeat(900) + "}")
                .is(422);
        bed.post("/api/trunks", "{\"overrides\": {\"endpoint.x\": 1e999999}}").is(422);
    }

    @Test
    void nothingThere() {
        bed.get("/api/trunks/a/b/c").is(404);
        bed.get("/api/providers/").is(404);
        bed.get("/api/providers/telnyx").is(404);
        assertThat(bed.mvc
                        .get()
                        .uri("/api/of-the-host/x")
                        .exchange()
                        .getResponse()
                        .getContentType())
                .isNotEqualTo("application/problem+json");
    }

    @Test
    void wrongMethod() {
        Bed.Answer answer = bed.delete("/api/trunks").is(405);
        assertThat(answer.header("allow")).contains("GET").contains("POST");
        bed.post("/api/providers", "{}").is(405);
        bed.put("/api/asterisk/status", "{}").is(405);
        bed.get("/api/asterisk/apply").is(405);
    }

    @Test
    void wrongMediaType() {
        bed.post("/api/trunks", "a=b", "Content-Type", "application/x-www-form-urlencoded")
                .is(415);
        bed.post("/api/trunks", "{}", "Content-Type", "text/plain").is(415);
        bed.put("/api/trunks/x", "{}", "Content-Type", "application/merge-patch+json")
                .is(415);
        bed.get("/api/trunks", "Accept", "text/html").is(406);
        bed.get("/api/trunks", "Accept", "nonsense;;").is(406);
    }

    @Test
    void tooLarge() {
        try (Bed small = Bed.in(directory, "sipwright.web.max-body-size=100B")) {
            Bed.Answer answer = small.post("/api/trunks", "{\"notes\": \"" + "x".repeat(100) + "\"}")
                    .is(413);
            assertThat(answer.at("/type")).isEqualTo("urn:sipwright:problem:too-large");
            small.post("/api/trunks", "{\"trunk_name\": \"x\"}").is(422);
        }
        bed.post("/api/trunks", "{\"notes\": \"" + "x".repeat(1024 * 1024) + "\"}")
                .is(413);
    }

    @Test
    void manyMembers() {
        StringBuilder json = new StringBuilder("{\"x\": 1");
        for (int i = 0; i < 20_000; i++) {
            json.append(",\"field").append(i).append("\":1");
        }
        assertThat(bed.post("/api/trunks", json + "}").is(422).body()).contains("members.too_many");
    }

    @ParameterizedTest
    @EnumSource(StoreException.Reason.class)
    void theStoreIsInTrouble(StoreException.Reason reason) {
        BrokenStore store = new BrokenStore();
        try (Bed broken = Bed.on(directory, store)) {
            store.trouble = new StoreException(reason, "canary of the driver", null);
            boolean internal = reason == StoreException.Reason.REFUSED;
            for (Bed.Answer answer : new Bed.Answer[] {
                broken.post("/api/trunks", Bed.TRUNK), broken.get("/api/trunks"), broken.get("/api/asterisk/changes")
            }) {
                answer.is(internal ? 500 : 503);
                assertThat(answer.body()).doesNotContain("canary");
                boolean again = !internal && reason != StoreException.Reason.OUTCOME_UNKNOWN;
                assertThat(answer.header("retry-after") != null).isEqualTo(again);
            }
            store.trouble = null;
        }
    }

    @Test
    void whatNoOneExpectedTellsNothing() {
        BrokenStore store = new BrokenStore();
        try (Bed broken = Bed.on(directory, store)) {
            store.trouble = new IllegalStateException("canary");
            Bed.Answer answer = broken.get("/api/trunks/x").is(500);
            assertThat(answer.body()).doesNotContain("canary").doesNotContain("IllegalState");
            store.trouble = null;
        }
    }

    @Test
    void twoChangesAtOnceLoseNothing() throws Exception {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            String field = new String[] {"context", "did", "from_user", "contact_user"}[i];
            threads[i] = new Thread(() -> bed.mvc
                    .put()
                    .uri("/api/trunks/carrier")
                    .contentType("application/json")
                    .content("{\"" + field + "\": \"+1555000\"}".replace(field.equals("context") ? "+" : "~", ""))
                    .exchange());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join(20_000);
        }
        Bed.Answer after = bed.get("/api/trunks/carrier").is(200);
        assertThat(after.json().at("/trunk/version").asInt()).isEqualTo(5);
    }
}
