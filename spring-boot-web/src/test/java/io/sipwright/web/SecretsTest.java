package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** No secret is in any answer, and none in any log. */
class SecretsTest {

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

    private static final String CANARY = "Canary-Sings-4-Ever";

    @Test
    void inNoAnswerAndNoLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        List<Logger> loggers = Stream.of("io.sipwright", "org.springframework.web")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(log);
        });
        try {
            everything();
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(log);
                logger.setAdditive(true);
                logger.setLevel(null);
            });
        }
        assertThat(bed.file("pjsip_trunks.conf") + bed.file("pjsip_users.conf")).contains(CANARY);
        assertThat(bed.answers).hasSizeGreaterThan(30).noneMatch(answer -> answer.contains("Canary"));
        assertThat(log.list)
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains("Canary")
                        || String.valueOf(event.getThrowableProxy()).contains("Canary"));
    }

    private void everything() {
        String trunk = Bed.TRUNK
                .replace("Correct-Horse-9-Battery", CANARY)
                .replace("\"did\"", "\"overrides\": {\"auth.password\": \"" + CANARY + "\"}, \"did\"");
        String user = Bed.USER.replace("Correct-Horse-9-Battery", CANARY);
        String digest = "{\"username\": \"d\", \"extension\": \"5\", \"md5_digest\": \"Canary\"}";
        bed.post("/api/trunks/preview", trunk).is(200);
        bed.post("/api/trunks", trunk).is(201);
        bed.post("/api/trunks", trunk).is(409);
        bed.post("/api/trunks", trunk.replace("password", "passwort")).is(422);
        bed.post("/api/trunks", trunk.replace("telnyx", "nobody")).is(422);
        bed.post("/api/trunks", trunk.replace("1234567890", CANARY)).is(422);
        bed.post("/api/trunks", "{\"password\": {\"x\": \"" + CANARY + "\"}, \"overrides\": [\"" + CANARY + "\"]}")
                .is(422);
        bed.post("/api/trunks", "{\"password\": \"" + CANARY + "\" ").is(400);
        bed.post("/api/trunks", "{\"password\": " + CANARY + "}").is(400);
        bed.post("/api/asterisk/sip-users/preview", user).is(200);
        bed.post("/api/asterisk/sip-users", user).is(201);
        bed.post("/api/asterisk/sip-users", user.replace("\"1001\"", "[]")).is(422);
        bed.post("/api/asterisk/sip-users", digest).is(422);
        for (String path : new String[] {"/api/trunks/carrier", "/api/asterisk/sip-users/alice"}) {
            bed.get(path).is(200);
            bed.put(path, "{\"context\": \"" + "x" + "\"}").is(200);
            bed.put(path, "{\"password\": \"" + CANARY + "2\", \"secret\": \"" + CANARY + "2\"}");
            bed.patch(path, "{\"context\": null}").is(200);
            bed.patch(path, "{\"context\": null}", "If-Match", "\"1\"").is(412);
            bed.get(path + "/history").is(200);
            bed.get(path + "/explain").is(200);
            bed.post(path + "/restore", "{\"generation\": 1}");
        }
        bed.post("/api/asterisk/bulk", "{\"trunks\": [" + trunk + "], \"users\": [" + user + "]}")
                .is(200);
        bed.post(
                        "/api/asterisk/bulk?mode=valid",
                        "{\"trunks\": [" + trunk.replace("telnyx", "x") + "], \"users\": [" + user + "]}")
                .is(200);
        for (String path : new String[] {
            "/api/trunks",
            "/api/asterisk/sip-users",
            "/api/asterisk/status",
            "/api/asterisk/changes",
            "/api/asterisk/history",
            "/api/asterisk/confirmation",
            "/api/asterisk/registrations"
        }) {
            bed.get(path).is(200);
        }
        bed.put("/api/trunks/carrier?confirm_within=60", "{\"password\": \"" + CANARY + "3\"}")
                .is(200);
        bed.get("/api/asterisk/confirmation").is(200);
        bed.put("/api/trunks/carrier", "{\"password\": \"" + CANARY + "4\"}").is(409);
        bed.post("/api/asterisk/confirmation/go-back", null).is(200);
        bed.post("/api/asterisk/restore", "{\"generation\": 1}").is(200);
        bed.post("/api/asterisk/restore", "{\"generation\": \"" + CANARY + "\"}")
                .is(422);
        bed.post("/api/asterisk/bulk", "{\"trunks\": [" + trunk + "], \"users\": [" + user + "]}")
                .is(200);
        bed.post("/api/asterisk/apply", null).is(200);
        bed.asterisk.outcome = FakeAsterisk.rejected("carrier-auth");
        bed.put("/api/trunks/carrier", "{\"context\": \"y\"}").is(200);
    }
}
