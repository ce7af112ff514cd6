package io.sipwright.template;

import static io.sipwright.template.Loading.load;
import static io.sipwright.template.Loading.provider;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a template says about the fields of an object. */
class ChecksOfFieldsTest {

    private static final ProviderTemplate X = load(provider(
            "'auth':{'type':'choice','default':'ip','choices':{'ip':'IP','user':'User',"
                    + "'both':{'label':'Both','when':'server'}}},"
                    + "'server':{'type':'host','required':true},"
                    + "'user':{'type':'sip-user','required':'auth!=ip','default':'${server}'},"
                    + "'boxes':{'required':'auth=user'}",
            "'contact':'sip:${user}@${server}','mailboxes':'${boxes}'"));

    private static Map<String, String> problems(String... fields) {
        Filled spec = Filled.of("t");
        for (int i = 0; i < fields.length; i += 2) {
            spec = spec.with(fields[i], fields[i + 1]);
        }
        return spec.problems(X);
    }

    @Test
    void nothing_is_wrong() {
        assertThat(problems("server", "s")).isEmpty();
        assertThat(problems("server", "s", "auth", "user", "boxes", "b")).isEmpty();
        assertThat(problems("server", "s", "auth", "both")).isEmpty();
    }

    @Test
    void required_always() {
        assertThat(problems()).containsEntry("server", "field.required");
    }

    @Test
    void required_under_a_condition() {
        assertThat(problems("server", "s", "auth", "user")).containsExactly(Map.entry("boxes", "field.required_when"));
    }

    @Test
    void a_default_fulfils_the_requirement() {
        assertThat(problems("server", "s", "auth", "user", "boxes", "b")).doesNotContainKey("user");
    }

    @Test
    void what_would_follow_from_a_missing_field_is_not_missing_by_itself() {
        assertThat(problems("auth", "user", "boxes", "b")).containsOnly(Map.entry("server", "field.required"));
    }

    @Test
    void a_choice_that_is_not_possible_now() {
        assertThat(problems("auth", "both"))
                .containsEntry("auth", "field.choice_when")
                .containsEntry("server", "field.required");
    }

    @Test
    void a_field_that_the_template_does_not_have() {
        Filled spec = Filled.of("t").with("server", "s").with("sevrer", "s");

        assertThat(X.check(spec))
                .containsExactly(Map.entry("sevrer", FieldProblem.of("field.unknown", " Did you mean 'server'?")));
    }

    @Test
    void everything_at_once() {
        assertThat(problems("auth", "user", "server", "a b", "unheard", "x"))
                .containsOnly(
                        Map.entry("server", "field.host"),
                        Map.entry("unheard", "field.unknown"),
                        Map.entry("boxes", "field.required_when"));
    }

    @Test
    void effective_values_are_those_of_fields_only() {
        Map<String, FieldValue> effective = X.effective(Filled.of("t").with("server", "s"));

        assertThat(effective)
                .containsOnly(
                        Map.entry("auth", FieldValue.of("ip")),
                        Map.entry("server", FieldValue.of("s")),
                        Map.entry("user", FieldValue.of("s")));
    }

    @Test
    void a_field_describes_itself() {
        TemplateField user = X.field("user").orElseThrow();

        assertThat(user.required()).isEqualTo(new TemplateField.RequiredWhen("auth!=ip"));
        assertThat(user.isAlwaysRequired()).isFalse();
        assertThat(user.defaultText()).contains("${server}");
        assertThat(X.field("server").orElseThrow().isAlwaysRequired()).isTrue();
        assertThat(X.authModes()).containsExactly("ip", "user", "both");
    }
}
