package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a template's fields, as they come back to a person. */
class FieldRulesTest {

    private static List<Violation> telnyx(Map<String, String> fields) {
        return Checking.standard().create(Samples.trunk("t", "telnyx", fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "server|a b|field.host|Expected a host name or an IP address, without a scheme or a port.",
                "port|70000|field.port|Expected a port from 1 to 65535.",
                "backup_servers|a:0|field.hosts|Expected host names or IP addresses, each with or without \":port\".",
                "username|a@b|field.sip_user|Expected a user name without blanks",
                "outbound_proxy|example.com|field.sip_uri|Expected a SIP address such as",
                "did|555-1234|field.e164|Expected a telephone number of 3 to 15 digits",
                "codecs|ulaw,g7222|field.codecs|'g7222' is no codec that Asterisk knows. Did you mean 'g722'?",
                "expiration|often|field.integer|Expected a whole number, without zeros in front.",
                "expiration|0300|field.integer|Expected a whole number, without zeros in front.",
                "expiration|10|field.range|Expected a whole number from 60 to 7200.",
                "srtp|maybe|field.boolean|Expected yes or no.",
                "caller_id_header|rpi|field.choice|Expected one of pai, rpid, none. Did you mean 'rpid'?",
                "inbound_sources|sip.telnyx.com|field.networks|Names are not accepted",
                "context|from trunk|field.context|Expected the name of a dialplan context",
                "transport|a b|field.transport|Expected the name of a transport section",
                "realm|~~|field.empty|Must not be empty",
                "server|${server}|field.host|Expected a host name"
            })
    void a_bad_value(String field, String value, String code, String message) {
        Violation violation = Checking.only(telnyx(Map.of(field, value)), field, code);

        assertThat(violation.message()).contains(message);
        assertThat(violation.rejectedValue()).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "extension|1 2|field.extension|Expected up to 20 letters, digits",
                "callerid|Alice|field.caller_id|Expected \"Name\" <number> or a number.",
                "voicemail|1001|field.mailboxes|Expected mailboxes such as 1001@default.",
                "display_name|a\u200bb|text.invisible|Contains an invisible character.",
                "max_contacts|0|field.range|Expected a whole number from 1 to 100."
            })
    void a_bad_value_of_a_user(String field, String value, String code, String message) {
        List<Violation> found = Checking.standard().create(Samples.user("a", "basic_user", Map.of(field, value)));

        assertThat(Checking.only(found, field, code).message()).contains(message);
    }

    @Test
    void a_field_that_is_required() {
        List<Violation> found = Checking.standard()
                .create(Samples.trunk("t", "voipms", Map.of()).toBuilder()
                        .clear("pop")
                        .build());

        assertThat(found).contains(new Violation("pop", "field.required", "Required.", null));
    }

    @Test
    void a_field_that_is_required_under_a_condition() {
        List<Violation> found = Checking.standard()
                .create(Samples.trunk("telnyx").toBuilder().clear("password").build());

        assertThat(Checking.only(found, "password", "field.required_when").message())
                .isEqualTo("Required when auth!=ip.");
    }

    @Test
    void a_field_that_the_template_does_not_have() {
        Violation violation = Checking.only(telnyx(Map.of("pasword", "canary")), "pasword", "field.unknown");

        assertThat(violation.message()).isEqualTo("The template has no such field. Did you mean 'password'?");
        assertThat(violation.rejectedValue()).isEmpty(); // it may be meant as a secret
    }

    @Test
    void a_wrong_choice_is_one_mistake_though_other_fields_depend_on_it() {
        Violation violation = Checking.only(telnyx(Map.of("region", "uk")), "region", "field.choice");

        assertThat(violation.message()).startsWith("Expected one of us, eu, au, ca, asia");
    }

    @Test
    void a_choice_that_is_not_possible_now() {
        Violation violation = Checking.only(
                telnyx(Map.of("auth", "credentials", "inbound_match", "line")), "inbound_match", "field.choice_when");

        assertThat(violation.message()).isEqualTo("'line' is possible only when auth=registration.");
    }

    @Test
    void the_value_of_a_secret_is_never_shown() {
        List<Violation> found = telnyx(Map.of("password", "canary\u0007canary"));

        Violation violation = Checking.only(found, "password", "text.control_character");
        assertThat(violation.rejectedValue()).isEmpty();
        assertThat(violation.toString() + new ValidationException(found).getMessage())
                .doesNotContain("canary");
    }

    @Test
    void a_megabyte_is_not_repeated() {
        Violation violation =
                Checking.only(telnyx(Map.of("server", "x".repeat(1_000_000))), "server", "text.line_too_long");

        assertThat(violation.message()).isEqualTo("Too long for a line of the configuration.");
        assertThat(violation.rejectedValue().orElseThrow()).hasSize(101);
    }
}
