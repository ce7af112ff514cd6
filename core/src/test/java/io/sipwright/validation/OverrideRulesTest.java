package io.sipwright.validation;

import static io.sipwright.template.OptionOverride.remove;
import static io.sipwright.template.OptionOverride.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options set by hand must be such as Asterisk takes. */
class OverrideRulesTest {

    private static TrunkSpec trunk(OptionOverride... overrides) {
        TrunkSpec.Builder trunk = Samples.trunk("telnyx").toBuilder();
        List.of(overrides).forEach(trunk::override);
        return trunk.build();
    }

    private static List<Violation> check(OptionOverride... overrides) {
        return Checking.standard().create(trunk(overrides));
    }

    @Test
    void good_ones() {
        assertThat(check(
                        set("endpoint", "language", "de"),
                        set("endpoint", "DIRECT_media", "yes"),
                        remove("endpoint", "send_pai"),
                        set("aor", "contact", "sip:a.example.com", "sip:b.example.com"),
                        set("endpoint", "set_var", "A=1", "B=a;b"),
                        set("registration", "retry_interval", "120"),
                        remove("registration-backup", "line")))
                .isEmpty();
    }

    @Test
    void an_unknown_section() {
        Violation violation = Checking.only(
                check(set("endpiont", "language", "de")), "overrides.endpiont.language", "override.section");

        assertThat(violation.message())
                .isEqualTo(
                        "Expected one of the sections registration, registration-backup, auth, aor, endpoint, identify. "
                                + "Did you mean 'endpoint'?");
    }

    @Test
    void an_unknown_option_set_or_removed() {
        for (OptionOverride override : List.of(set("endpoint", "langauge", "de"), remove("endpoint", "langauge"))) {
            Violation violation =
                    Checking.only(check(override), "overrides.endpoint.langauge", "schema.unknown_option");
            assertThat(violation.message()).isEqualTo("is no option of type=endpoint; did you mean 'language'?");
        }
    }

    @Test
    void an_option_of_another_version() {
        Checking on16 = Checking.of(AsteriskVersion.V16, SecretPolicy.standard(), Locale.ENGLISH);

        Checking.only(
                on16.create(trunk(set("aor", "qualify_2xx_only", "yes"))),
                "overrides.aor.qualify_2xx_only",
                "schema.not_in_this_version");
        assertThat(check(set("aor", "qualify_2xx_only", "yes"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint,direct_media,maybe",
        "aor,max_contacts,many",
        "aor,qualify_frequency,-1",
        "endpoint,allow,mp3",
        "endpoint,dtmf_mode,rfc2833",
        "aor,contact,tel:1",
        "identify,match,a b"
    })
    void a_bad_value(String section, String option, String value) {
        Violation violation = Checking.only(
                check(set(section, option, value)), "overrides." + section + "." + option, "schema.bad_value");

        assertThat(violation.message()).startsWith("expected ").doesNotContain(value);
        assertThat(violation.rejectedValue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nlanguage=x", "a\u0000", "a\u007f", " a", "a ", "\ud83d"})
    void a_value_that_cannot_be_written(String value) {
        Checking.only(check(set("endpoint", "language", value)), "overrides.endpoint.language", "schema.bad_value");
        assertThat(check(set("endpoint", "language", "x".repeat(9000)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "TYPE", "@rev", "@anything", "@NAME", "@names", "@"})
    void an_option_that_is_ours(String option) {
        for (OptionOverride override : List.of(set("endpoint", option, "aor"), remove("endpoint", option))) {
            Checking.only(check(override), "overrides.endpoint." + option, "override.reserved");
        }
    }

    @Test
    void several_values_of_an_option_that_takes_one() {
        Violation violation = Checking.only(
                check(set("aor", "max_contacts", "1", "2")), "overrides.aor.max_contacts", "override.single");

        assertThat(violation.message()).startsWith("Takes one value");
    }

    @Test
    void sections_that_asterisk_would_drop_because_of_it() {
        Checking.only(check(remove("identify", "match")), "sections.identify.match", "schema.missing_option");
        Checking.only(check(remove("auth", "username")), "sections.auth.username", "schema.missing_option");
        Checking.only(check(set("auth", "password", "")), "sections.auth.password", "schema.missing_option");
        Checking.only(
                check(set("registration", "line", "yes")), "sections.registration.endpoint", "schema.missing_option");
    }

    @Test
    void a_secret_in_an_override_is_not_shown() {
        List<Violation> found = check(set("auth", "password", "canary\n"), set("auth", "pasword", "canary"));

        assertThat(found).hasSize(2);
        assertThat(new ValidationException(found).getMessage()).doesNotContain("canary");
        assertThat(found)
                .allSatisfy(violation -> assertThat(violation.rejectedValue()).isEmpty());
    }
}
