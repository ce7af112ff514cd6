package io.sipwright.template;

import static io.sipwright.template.Loading.assertProblem;
import static io.sipwright.template.Loading.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that are none, or that name a field which is not there. */
class TemplateConditionMistakesTest {

    private static final String SERVER = "'server':{'type':'host'}";
    private static final String CONTACT = "'contact':'sip:${server}'";

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "A", "a==b", "a=b=c", "!a=b", "a<1", "a or b", "!!a", "=b", "a!", " a"})
    void bad_condition(String text) {
        assertProblem(
                provider(SERVER, CONTACT + ",'max_contacts':{'when':'" + text + "','value':'1'}"),
                "/sections/aor/options/max_contacts/when",
                "expected 'field', '!field', 'field=value' or 'field!=value'");
    }

    @Test
    void bad_condition_of_a_section() {
        assertProblem(
                "{'id':'x','kind':'provider','sections':{'aor':{'when':['a b']}}}",
                "/sections/aor/when",
                "expected 'field'");
    }

    @Test
    void bad_condition_of_required() {
        assertProblem(
                provider("'server':{'type':'host','required':'a b'}", CONTACT),
                "/fields/server/required",
                "expected true, false or a condition such as 'auth=registration'");
    }

    @Test
    void unknown_field_of_an_options_condition() {
        assertProblem(
                provider(SERVER, CONTACT + ",'max_contacts':{'when':'sever=a','value':'1'}"),
                "/sections/aor/options/max_contacts/when",
                "'sever' is not known here",
                "did you mean 'server'?");
    }

    @Test
    void unknown_field_of_a_sections_condition() {
        assertProblem(
                "{'id':'x','kind':'provider','sections':{'aor':{'when':'!backup'}}}",
                "/sections/aor/when",
                "'backup' is not known here");
    }

    @Test
    void unknown_field_of_required() {
        assertProblem(
                provider("'server':{'type':'host','required':'sevrer!=ip'}", CONTACT),
                "/fields/server/required",
                "'sevrer' is not known here",
                "did you mean 'server'?");
    }

    @Test
    void unknown_field_of_a_defaults_condition() {
        assertProblem(
                provider("'server':{'type':'host','default':[{'when':'region','value':'a'},'b']}", CONTACT),
                "/fields/server/default/0/when",
                "'region' is not known here");
    }

    @Test
    void unknown_field_of_a_choices_condition() {
        assertProblem(
                provider(
                        "'region':{'type':'choice','choices':{'eu':{'label':'EU','when':'mode=a'}}}",
                        "'contact':'sip:${region}.example.com'"),
                "/fields/region/choices/eu/when",
                "'mode' is not known here");
    }
}
