package io.sipwright.template;

import static io.sipwright.template.Loading.assertProblem;
import static io.sipwright.template.Loading.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of fields that a template uses but does not have, and placeholders that are none. */
class TemplateNameMistakesTest {

    private static final String SERVER = "'server':{'type':'host'}";
    private static final String CONTACT = "'contact':'sip:${server}'";

    @Test
    void unknown_placeholder_of_an_option() {
        assertProblem(
                provider(SERVER, CONTACT + ",'outbound_proxy':'sip:${sevrer}'"),
                "/sections/aor/options/outbound_proxy",
                "'sevrer' is not known here",
                "did you mean 'server'?");
    }

    @Test
    void unknown_placeholder_of_a_default() {
        assertProblem(
                provider("'server':{'type':'host','default':'${domian}.example.com'}", CONTACT),
                "/fields/server/default",
                "'domian' is not known here");
    }

    @Test
    void unknown_placeholder_of_a_let() {
        assertProblem(
                "{'id':'x','kind':'provider','fields':{" + SERVER + "},'let':{'uri':'sip:${sever}'},"
                        + "'sections':{'aor':{'options':{'contact':['${uri}','sip:${server}']}}}}",
                "/let/uri",
                "'sever' is not known here; did you mean 'server'?");
    }

    @Test
    void a_let_knows_only_those_before_it() {
        assertProblem(
                "{'id':'x','kind':'provider','let':{'a':'${b}','b':'b'},"
                        + "'sections':{'aor':{'options':{'mailboxes':'${a}${b}'}}}}",
                "/let/a",
                "'b' is not known here");
    }

    @Test
    void a_let_with_the_name_of_a_field() {
        assertProblem(
                "{'id':'x','kind':'provider','fields':{" + SERVER + "},'let':{'server':'a'},"
                        + "'sections':{'aor':{'options':{" + CONTACT + "}}}}",
                "/let/server",
                "expected a name that no field has");
    }

    @Test
    void item_outside_of_a_section_for_each() {
        assertProblem(
                provider("", "'contact':'sip:${item}'"), "/sections/aor/options/contact", "'item' is not known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:${server", "sip:${}", "sip:${Server}", "sip:${ser ver}", "sip:${1}", "${"})
    void placeholder_that_is_not_closed_or_has_no_name(String text) {
        assertProblem(
                provider(SERVER, "'outbound_proxy':'" + text + "'," + CONTACT),
                "/sections/aor/options/outbound_proxy",
                "expected a placeholder of the form ${field}");
    }

    @Test
    void placeholder_of_a_default_that_is_not_closed() {
        assertProblem(
                provider("'server':{'type':'host','default':'${a'}", CONTACT),
                "/fields/server/default",
                "expected a placeholder of the form ${field}");
    }

    @Test
    void unknown_field_of_a_set() {
        assertProblem(
                provider(
                        SERVER + ",'region':{'type':'choice','choices':{'eu':{'label':'EU',"
                                + "'set':{'servre':'eu.example.com'}}}}",
                        CONTACT),
                "/fields/region/choices/eu/set/servre",
                "'servre' is not known here",
                "did you mean 'server'?");
    }

    @Test
    void unknown_field_of_each() {
        assertProblem(
                "{'id':'x','kind':'provider','sections':{'registration':{'each':'servers','options':{"
                        + "'server_uri':'sip:${item}','client_uri':'sip:${item}'}}}}",
                "/sections/registration/each",
                "'servers' is not known here");
    }
}
