package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for SIP users. */
class ShippedUserRulesTest {

    static Stream<String> templates() {
        return Samples.userTemplates().map(Template::id);
    }

    private static Section section(String template, String role, Map<String, String> fields, AsteriskVersion version) {
        return Samples.SHIPPED
                .userTemplate(template)
                .orElseThrow()
                .fill(Samples.user("alice", template, fields), version)
                .stream()
                .filter(filled -> filled.role().equals(role))
                .map(FilledSection::section)
                .findFirst()
                .orElseThrow();
    }

    private static Section section(String template, String role, Map<String, String> fields) {
        return section(template, role, fields, AsteriskVersion.V22);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void three_sections_of_one_name(String template) {
        List<FilledSection> sections =
                Samples.SHIPPED.userTemplate(template).orElseThrow().fill(Samples.user(template), AsteriskVersion.V22);

        assertThat(sections).extracting(FilledSection::role).containsExactly("auth", "aor", "endpoint");
        assertThat(sections)
                .allSatisfy(filled -> assertThat(filled.section().name()).isEqualTo("alice"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_new_contact_takes_the_place_of_an_old_one(String template) {
        assertThat(section(template, "aor", Map.of()).first("remove_existing"))
                .isEqualTo(template.equals("plain_user") ? Optional.empty() : Optional.of("yes"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void none_uses_avpf_by_itself(String template) {
        assertThat(section(template, "endpoint", Map.of()).all("use_avpf")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void each_needs_a_password(String template) {
        assertThat(section(template, "endpoint", Map.of()).all("auth")).containsExactly("alice");
        assertThat(section(template, "auth", Map.of()).all("password")).containsExactly(Samples.PASSWORD);
        Map<String, FieldProblem> problems =
                Samples.SHIPPED.userTemplate(template).orElseThrow().check(Filled.of("a"));
        if (template.equals("plain_user")) { // whose name is its extension
            assertThat(problems).containsOnlyKeys("secret");
        } else {
            assertThat(problems).containsOnlyKeys("extension", "secret");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void mailboxes_only_when_given(String template) {
        assertThat(section(template, "endpoint", Map.of()).all("mailboxes")).isEmpty();
        assertThat(section(template, "aor", Map.of()).all("mailboxes")).isEmpty();
        Map<String, String> given = Map.of("voicemail", "1001@default, 1002@default");
        assertThat(section(template, "endpoint", given).all("mailboxes")).containsExactly("1001@default,1002@default");
        assertThat(section(template, "aor", given).all("mailboxes")).containsExactly("1001@default,1002@default");
    }

    @ParameterizedTest
    @CsvSource({"22,digest", "16,userpass"})
    void the_digest_is_the_one_of_the_version(String version, String authType) {
        AsteriskVersion asterisk = AsteriskVersion.parse(version).orElseThrow();

        assertThat(section("basic_user", "auth", Map.of(), asterisk).first("auth_type"))
                .contains(authType);
    }

    @Test
    void stronger_digests_where_asterisk_knows_them() {
        Map<String, String> sha256 = Map.of("digest", "sha256");

        assertThat(section("basic_user", "auth", sha256).all("supported_algorithms_uas"))
                .containsExactly("SHA-256");
        assertThat(section("basic_user", "auth", Map.of("digest", "both")).all("supported_algorithms_uas"))
                .containsExactly("SHA-256,MD5");
        assertThat(section("basic_user", "auth", sha256, AsteriskVersion.V16).all("supported_algorithms_uas"))
                .isEmpty();
        assertThat(section("basic_user", "auth", Map.of()).all("supported_algorithms_uas"))
                .isEmpty();
    }

    @Test
    void a_limit_of_calls_is_a_state_and_a_variable() {
        Section limited = section("basic_user", "endpoint", Map.of("call_limit", "2"));

        assertThat(limited.all("device_state_busy_at")).containsExactly("2");
        assertThat(limited.all("set_var")).containsExactly("CALL_LIMIT=2");
        assertThat(section("basic_user", "endpoint", Map.of()).options())
                .noneMatch(option -> option.name().matches("device_state_busy_at|set_var"));
        assertThat(section("advanced_user", "endpoint", Map.of()).first("set_var"))
                .contains("CALL_LIMIT=5");
    }

    @Test
    void a_browser_has_webrtc_and_its_own_certificate_only_where_given() {
        Section endpoint = section("webrtc_user", "endpoint", Map.of());

        assertThat(endpoint.first("webrtc")).contains("yes");
        assertThat(endpoint.first("transport")).contains("transport-wss");
        assertThat(endpoint.options())
                .noneMatch(option -> option.name().matches("dtls_.*|media_encryption|ice_support|rtcp_mux|bundle"));
        assertThat(section("webrtc_user", "endpoint", Map.of("dtls_cert_file", "/etc/asterisk/keys/a.pem"))
                        .first("dtls_cert_file"))
                .contains("/etc/asterisk/keys/a.pem");
    }

    @ParameterizedTest
    @CsvSource({"basic_user,1,30", "advanced_user,3,30", "mobile_user,5,60", "webrtc_user,1,30"})
    void devices_and_checks(String template, String contacts, String seconds) {
        Section aor = section(template, "aor", Map.of());

        assertThat(aor.first("max_contacts")).contains(contacts);
        assertThat(aor.first("qualify_frequency")).contains(seconds);
    }
}
