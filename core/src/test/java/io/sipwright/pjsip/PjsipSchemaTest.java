package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.SchemaProblem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which types and options each version knows. */
class PjsipSchemaTest {

    @ParameterizedTest
    @CsvSource({
        "endpoint, 130, 145",
        "auth, 6, 12",
        "aor, 14, 15",
        "registration, 16, 21",
        "identify, 4, 5",
        "transport, 24, 28",
        "acl, 6, 6",
        "domain_alias, 1, 1",
        "global, 25, 28",
        "system, 11, 16",
        "phoneprov, 4, 4",
        "outbound-publish, 10, 10",
        "inbound-publication, 2, 2",
        "asterisk-publication, 6, 6",
        "resource_list, 5, 5"
    })
    void each_version_has_its_measured_number_of_options(String type, int in16, int in22) {
        assertThat(PjsipSchema.of(AsteriskVersion.V16).type(type).orElseThrow().options())
                .hasSize(in16);
        assertThat(PjsipSchema.of(AsteriskVersion.V22).type(type).orElseThrow().options())
                .hasSize(in22);
    }

    @ParameterizedTest
    @EnumSource
    void there_are_fifteen_types(AsteriskVersion version) {
        assertThat(PjsipSchema.of(version).types()).hasSize(15);
        assertThat(PjsipSchema.of(version).version()).isEqualTo(version);
    }

    @Test
    void no_option_of_the_older_version_is_missing_in_the_newer() {
        PjsipSchema.of(AsteriskVersion.V16)
                .types()
                .forEach((name, type) -> assertThat(PjsipSchema.of(AsteriskVersion.V22)
                                .type(name)
                                .orElseThrow()
                                .options())
                        .containsKeys(type.options().keySet().toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, incoming_call_offer_pref", "endpoint, rtp_port_start", "endpoint, tenantid", "auth, password_digest",
        "aor, qualify_2xx_only", "registration, user_agent", "identify, match_request_uri",
                "transport, tcp_keepalive_enable",
        "system, taskpool_max_size", "global, default_auth_algorithms_uas"
    })
    void an_option_of_another_version_is_named_as_such(String type, String option) {
        PjsipSchema old = PjsipSchema.of(AsteriskVersion.V16);
        assertThat(old.checkOption(old.type(type).orElseThrow(), new Option(option, "x")))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.NOT_IN_THIS_VERSION);
                    assertThat(problem.message()).contains("22").contains("16");
                });
        assertThat(PjsipSchema.of(AsteriskVersion.V22).type(type).orElseThrow().option(option))
                .isPresent();
    }

    @Test
    void a_name_that_is_nearly_right_is_answered_with_the_right_one() {
        assertThat(problem("endpoint", "alow")).isEqualTo("is no option of type=endpoint; did you mean 'allow'?");
        assertThat(problem("endpoint", "MAXCONTACTS")).isEqualTo("is no option of type=endpoint");
        assertThat(problem("aor", "max_contact")).contains("'max_contacts'");
    }

    @Test
    void options_are_known_in_any_case_of_letters() {
        SectionType endpoint =
                PjsipSchema.of(AsteriskVersion.V22).type("endpoint").orElseThrow();

        assertThat(endpoint.option("WebRTC").map(OptionType::name)).contains("webrtc");
        assertThat(PjsipSchema.of(AsteriskVersion.V22)
                        .type("phoneprov")
                        .orElseThrow()
                        .option("mac"))
                .isPresent();
        assertThat(PjsipSchema.of(AsteriskVersion.V22).type("Endpoint")).isEmpty();
    }

    @Test
    void an_option_family_takes_any_ending() {
        SectionType type =
                PjsipSchema.of(AsteriskVersion.V22).type("inbound-publication").orElseThrow();

        assertThat(type.option("event_dialog")).isPresent();
        assertThat(type.option("Event_Presence")).isPresent();
        assertThat(type.option("events")).isEmpty();
    }

    @Test
    void codecs_are_known() {
        assertThat(PjsipSchema.codecs())
                .contains("ulaw", "alaw", "g722", "opus", "vp8")
                .hasSize(47);
    }

    private static String problem(String type, String option) {
        Section section = Section.of("x", type, List.of(new Option(option, "v")));
        List<SchemaProblem> problems = PjsipSchema.of(AsteriskVersion.V22).check(section);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_OPTION);
            assertThat(problem.toString()).startsWith("[x] " + option + ": is no option");
        });
        return problems.get(0).message();
    }
}
