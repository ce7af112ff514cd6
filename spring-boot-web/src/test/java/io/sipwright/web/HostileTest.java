package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Texts that want something else, in every field and path. */
class HostileTest {

    @TempDir
    Path directory;

    Bed bed;

    @BeforeEach
    void open() {
        bed = Bed.in(directory, "sipwright.web.apply-timeout=0s");
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private static final List<String> TEXTS = List.of(
            "\"",
            "a\"b",
            "x\r\n[evil]\r\ntype=endpoint",
            "x\n[evil]",
            "\0",
            "a\0b",
            ";",
            "a;--",
            "'; DROP TABLE sip_users; --",
            "../../etc/passwd",
            "%00",
            "${jndi:ldap://x}",
            "${secret}",
            "#{7*7}",
            "<script>",
            "\u202ealice",
            "\ud800",
            "\ud83d\ude00",
            "ı",
            "[evil](!)",
            "#include /etc/passwd",
            "#exec id",
            "-",
            " ",
            "",
            "x".repeat(10_000));

    @Test
    void inEveryField() {
        Set<String> trunkMembers = new LinkedHashSet<>(Wording.TRUNK.members());
        bed.sipwright.provider("telnyx").fields().forEach(field -> trunkMembers.add(field.name()));
        Set<String> userMembers = new LinkedHashSet<>(Wording.USER.members());
        bed.sipwright.userTemplate("webrtc_user").fields().forEach(field -> userMembers.add(field.name()));
        for (String text : TEXTS) {
            trunkMembers.forEach(member -> tried("/api/trunks", Bed.TRUNK, member, text));
            userMembers.forEach(member ->
                    tried("/api/asterisk/sip-users", Bed.USER.replace("basic_user", "webrtc_user"), member, text));
            tried("/api/trunks", Bed.TRUNK, text, text);
            ObjectNode overrides = Bed.JSON.createObjectNode();
            overrides.put(text, "x");
            overrides.put("endpoint." + text, "x");
            overrides.put("endpoint.from_user", text);
            ObjectNode trunk = (ObjectNode) Bed.JSON.readTree(Bed.TRUNK);
            trunk.set("overrides", overrides);
            assertThat(bed.post("/api/trunks", Bed.JSON.writeValueAsString(trunk))
                            .status())
                    .isEqualTo(422);
        }
    }

    private void tried(String path, String base, String member, String text) {
        ObjectNode request = (ObjectNode) Bed.JSON.readTree(base);
        request.put(member, text);
        Bed.Answer answer = bed.post(path, Bed.JSON.writeValueAsString(request).replace("\ud800\"", "\\ud800\""));
        assertThat(answer.status()).as(member).isIn(201, 400, 422);
        assertThat(answer.body().length()).isLessThan(20_000);
        if (answer.status() == 201) {
            for (String file : new String[] {"pjsip_trunks.conf", "pjsip_users.conf"}) {
                assertThat(bed.file(file).lines())
                        .noneMatch(line -> line.startsWith("[evil") || line.startsWith("#") || line.contains("\0"));
            }
            bed.delete(answer.header("location")).is(200);
        }
    }

    @Test
    void inEveryPathAndParameter() {
        for (String text : TEXTS) {
            if (text.isBlank()) {
                continue;
            }
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            for (String path : new String[] {
                "/api/trunks/@",
                "/api/trunks/@/history",
                "/api/trunks/@/registrations",
                "/api/asterisk/sip-users/@",
                "/api/asterisk/sip-users/@/contacts",
                "/api/providers/@/details",
                "/api/providers/@/schema",
                "/api/user-templates/@",
                "/api/user-templates/@/schema"
            }) {
                fine(bed.get(path.replace("@", encoded)));
            }
            for (String path : new String[] {"/api/trunks/@", "/api/asterisk/sip-users/@"}) {
                fine(bed.put(path.replace("@", encoded), "{}"));
                fine(bed.patch(path.replace("@", encoded), "{}"));
                fine(bed.delete(path.replace("@", encoded)));
                fine(bed.post(path.replace("@", encoded) + "/restore", "{\"generation\": 1}"));
            }
            for (String path : new String[] {
                "/api/trunks?q=",
                "/api/trunks?after=",
                "/api/trunks?provider=",
                "/api/trunks?limit=",
                "/api/trunks?active=",
                "/api/asterisk/changes?since=",
                "/api/asterisk/sip-users?template_type="
            }) {
                assertThat(bed.get(path + encoded).status()).as(path + encoded).isIn(200, 400);
            }
            if (text.chars().noneMatch(Character::isISOControl)) {
                assertThat(bed.put("/api/trunks/x", "{}", "If-Match", text).status())
                        .isIn(400, 404);
                assertThat(bed.get("/api/trunks", "Accept", text).status()).isIn(200, 406);
                assertThat(bed.post("/api/trunks", "{}", "Content-Type", text).status())
                        .isIn(400, 415);
            }
        }
    }

    private static void fine(Bed.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
    }
}
