package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.spring.SipwrightDoctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code /api/asterisk}. */
class AsteriskApiTest {

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
    void tellsTheStatus() {
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        Bed.Answer status = bed.get("/api/asterisk/status").is(200);
        assertThat(status.json().path("verified").asBoolean()).isTrue();
        assertThat(status.at("/nodes/0/state")).isEqualTo("verified");
        assertThat(status.json().at("/nodes/0/verified_generation").asInt()).isEqualTo(1);
        assertThat(status.json().at("/nodes/0/conditions").size()).isEqualTo(5);
    }

    @Test
    void appliesAndReconciles() {
        Bed.Answer applied = bed.post("/api/asterisk/apply", null).is(200);
        assertThat(applied.json().path("success").asBoolean()).isTrue();
        bed.asterisk.outcome = FakeAsterisk.UNREACHABLE;
        bed.post("/api/trunks", Bed.TRUNK).is(201);
        for (String what : new String[] {"apply", "reconcile"}) {
            Bed.Answer failed = bed.post("/api/asterisk/" + what, null).is(200);
            assertThat(failed.json().path("success").asBoolean(true)).isFalse();
            assertThat(failed.at("/reload/state")).isEqualTo("unreachable");
            assertThat(failed.at("/message")).startsWith("Not seen running in Asterisk: ");
        }
        bed.asterisk.outcome = FakeAsterisk.VERIFIED;
        assertThat(bed.post("/api/asterisk/reconcile", null).is(200).at("/message"))
                .isEqualTo("Reconciled: seen running in Asterisk");
    }

    @Test
    void whatNoOneLookedAtIsNotVerified() {
        bed.asterisk.outcome = new io.sipwright.reload.ReloadOutcome.Accepted();
        Bed.Answer created = bed.post("/api/trunks", Bed.TRUNK).is(201);
        assertThat(created.at("/reload/state")).isEqualTo("not_verified");
        bed.asterisk.outcome = new io.sipwright.reload.ReloadOutcome.Failed(
                io.sipwright.reload.ReloadOutcome.Failed.Cause.LOGIN_REFUSED, "wrong password");
        Bed.Answer failed =
                bed.put("/api/trunks/carrier", "{\"context\": \"x\"}").is(200);
        assertThat(failed.at("/reload/state")).isEqualTo("failed");
        assertThat(failed.at("/reload/reasons/0/reason")).isEqualTo("LoginRefused");
    }

    @Test
    void showsRegistrationsAndChanges() {
        bed.as("admin\n[x]").post("/api/trunks", Bed.TRUNK).is(201);
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
        assertThat(bed.get("/api/asterisk/registrations")
                        .is(200)
                        .json()
                        .at("/nodes/0/registrations")
                        .size())
                .isEqualTo(2);
        Bed.Answer changes = bed.get("/api/asterisk/changes?limit=1").is(200);
        assertThat(changes.at("/changes/0/kind")).isEqualTo("trunk");
        assertThat(changes.at("/changes/0/action")).isEqualTo("created");
        assertThat(changes.at("/changes/0/actor")).isEqualTo("admin?[x]");
        assertThat(changes.json().path("next").asInt()).isEqualTo(1);
        Bed.Answer rest = bed.get("/api/asterisk/changes?since=1").is(200);
        assertThat(rest.at("/changes/0/kind")).isEqualTo("user");
        assertThat(rest.json().has("next")).isFalse();
        assertThat(bed.get("/api/asterisk/changes?since=-1&limit=x").is(400).fields())
                .containsExactlyInAnyOrder("since", "limit");
    }

    @Test
    void aGenerationIsAnsweredWhole() {
        StringBuilder users = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            users.append(i == 0 ? "" : ",")
                    .append("{\"username\": \"phone")
                    .append(i)
                    .append("\", \"extension\": \"10")
                    .append(i)
                    .append("\", \"generate_secret\": true}");
        }
        bed.post("/api/asterisk/bulk", "{\"users\": [" + users + "]}").is(200);
        Bed.Answer changes = bed.get("/api/asterisk/changes?limit=2").is(200);
        assertThat(changes.json().path("changes").size()).isEqualTo(5);
        assertThat(changes.json().has("next")).isFalse();
    }

    @Test
    void storesAllOrNothing() {
        String good = "{\"trunks\": [" + Bed.TRUNK + "], \"users\": [" + Bed.USER + "]}";
        Bed.Answer stored = bed.post("/api/asterisk/bulk", good).is(200);
        assertThat(stored.json().path("stored").asInt()).isEqualTo(2);
        assertThat(stored.at("/trunks/0/trunk/trunk_name")).isEqualTo("carrier");
        assertThat(stored.at("/users/0/user/username")).isEqualTo("alice");
        assertThat(stored.json().at("/reload/success").asBoolean()).isTrue();
        String bad = "{\"trunks\": [{\"trunk_name\": \"t\", \"is_active\": 3}], \"users\": ["
                + Bed.USER.replace("alice", "bob")
                + ", {\"username\": \"c\", \"extension\": \"9\", \"secret\": \"x\"}]}";
        Bed.Answer refused = bed.post("/api/asterisk/bulk", bad).is(422);
        assertThat(refused.fields())
                .containsExactlyInAnyOrder("trunks[0].is_active", "trunks[0].provider", "users[1].secret");
        bed.get("/api/asterisk/sip-users/bob").is(404);
        Bed.Answer valid = bed.post("/api/asterisk/bulk?mode=valid", bad).is(200);
        assertThat(valid.json().path("success").asBoolean(true)).isFalse();
        assertThat(valid.json().path("stored").asInt()).isEqualTo(1);
        assertThat(valid.json().path("refused").asInt()).isEqualTo(2);
        assertThat(valid.at("/trunks/0/violations/0/field")).isEqualTo("trunks[0].is_active");
        assertThat(valid.json().at("/users/0/success").asBoolean()).isTrue();
        bed.get("/api/asterisk/sip-users/bob").is(200);
        assertThat(bed.post("/api/asterisk/bulk?mode=valid", "{\"users\": [{}]}")
                        .is(200)
                        .at("/message"))
                .isEqualTo("Nothing stored");
        bed.post("/api/asterisk/bulk?mode=some", good).is(400);
        assertThat(bed.post("/api/asterisk/bulk", "{\"users\": {}, \"trunks\": [1], \"x\": 1}")
                        .is(422)
                        .fields())
                .containsExactlyInAnyOrder("users", "trunks[0]", "x");
    }

    @Test
    void aPlanShowsWhatApplyingWouldChange() throws IOException {
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
        assertThat(bed.get("/api/asterisk/plan").is(200).json().at("/nodes/0/changes"))
                .isEmpty();
        Path file = bed.directory.resolve("pjsip_users.conf");
        Files.writeString(file, Files.readString(file).replace("context=default", "context=edited"));

        Bed.Answer plan = bed.get("/api/asterisk/plan").is(200);

        assertThat(plan.at("/nodes/0/node")).isEqualTo("default");
        assertThat(plan.at("/nodes/0/changes/0/type")).isEqualTo("endpoint");
        assertThat(plan.at("/nodes/0/changes/0/action")).isEqualTo("changed");
        assertThat(plan.json().at("/nodes/0/changes/0/options").toString())
                .isEqualTo("[{\"name\":\"context\",\"before\":[\"edited\"],\"after\":[\"default\"]}]");
    }

    @Test
    void aPlanIsAppliedUnlessSomethingHasMoved() throws IOException {
        bed.post("/api/asterisk/sip-users", Bed.USER).is(201);
        Path file = bed.directory.resolve("pjsip_users.conf");
        String written = Files.readString(file);
        Bed.Answer nothing = bed.get("/api/asterisk/plan").is(200);
        assertThat(nothing.json().at("/nodes/0/empty").asBoolean()).isTrue();
        assertThat(nothing.json().at("/nodes/0/expected_seconds").asDouble(-1)).isZero();
        assertThat(nothing.json().at("/nodes/0/restarts").size()).isZero();
        String token = nothing.at("/plan");
        assertThat(bed.post("/api/asterisk/apply?plan=" + token, null)
                        .is(200)
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();

        Files.writeString(file, written + "; by hand\n");

        Bed.Answer outdated =
                bed.post("/api/asterisk/apply?plan=" + token, null).is(409);
        assertThat(outdated.at("/type")).isEqualTo("urn:sipwright:problem:plan-outdated");
        assertThat(Files.readString(file)).endsWith("; by hand\n");
        bed.post("/api/asterisk/apply?plan=%00", null).is(400);
        bed.post("/api/asterisk/apply?plan=x", null).is(409);
        assertThat(bed.get("/api/asterisk/plan").is(200).at("/plan")).isNotEqualTo(token);
    }

    @Test
    void theDoctorMayBeMissing() {
        Bed.Answer none = bed.get("/api/asterisk/doctor").is(501);
        assertThat(none.at("/type")).isEqualTo("urn:sipwright:problem:not-provided");
    }

    @Test
    void theDoctorTellsWhatIsWrongAtEachNode() {
        try (Bed other = Bed.with(directory, List.of(DoctorOfOne.class))) {
            Bed.Answer answer = other.get("/api/asterisk/doctor").is(200);
            assertThat(answer.json().at("/healthy").asBoolean()).isFalse();
            assertThat(answer.at("/nodes/0/node")).isEqualTo("one");
            assertThat(answer.at("/nodes/0/findings/0/severity")).isEqualTo("error");
            assertThat(answer.at("/nodes/0/findings/0/problem")).isEqualTo("It is not included.");
        }
    }

    @Configuration
    static class DoctorOfOne {

        @Bean
        SipwrightDoctor doctor() {
            return new SipwrightDoctor() {
                @Override
                public Map<String, List<Finding>> examine() {
                    return Map.of(
                            "one",
                            List.of(new Finding(Severity.ERROR, "not-included", "It is not included.", "Include it.")));
                }

                @Override
                public Optional<List<Finding>> examine(String node) {
                    return Optional.ofNullable(examine().get(node));
                }
            };
        }
    }
}
