package io.sipwright.template;

import static io.sipwright.template.Loading.assertProblem;
import static io.sipwright.template.Loading.problems;
import static io.sipwright.template.Loading.provider;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that no one could fill in, or that nothing is made of. */
class TemplateFieldMistakesTest {

    private static final String CONTACT = "'contact':'sip:${server}'";

    @Test
    void unused_field() {
        assertProblem(
                provider("'server':{'type':'host'},'did':{'type':'e164'}", CONTACT),
                "/fields/did",
                "expected a use: no option, default or condition names it");
    }

    @Test
    void unknown_type() {
        assertProblem(
                provider("'server':{'type':'hostname'}", CONTACT),
                "/fields/server/type",
                "expected one of",
                "sip-user");
    }

    @Test
    void bad_name() {
        assertProblem(provider("'Server':{}", "'max_contacts':'1'"), "/fields/Server", "lower-case");
    }

    @ParameterizedTest
    @CsvSource({
        "host,a b,a host name",
        "port,70000,a port",
        "integer,ten,a whole number",
        "boolean,maybe,yes or no",
        "codecs,g7222,no codec",
        "networks,sip.example.com,addresses or networks",
        "e164,abc,a telephone number",
        "context,a b,dialplan context",
        "text,'',must not be empty"
    })
    void default_that_the_type_refuses(String type, String text, String expected) {
        assertProblem(
                provider("'server':{'type':'" + type + "','default':'" + text + "'}", CONTACT),
                "/fields/server/default",
                "'" + text + "' is not accepted: ",
                expected);
    }

    @Test
    void default_out_of_range() {
        assertProblem(
                provider(
                        "'server':{'type':'integer','min':1,'max':9,'default':'10'}",
                        "'qualify_frequency':'${server}'"),
                "/fields/server/default",
                "expected a whole number from 1 to 9");
    }

    @Test
    void default_that_is_none_of_the_choices() {
        assertProblem(
                provider("'server':{'type':'choice','choices':{'a':'A'},'default':'b'}", CONTACT),
                "/fields/server/default",
                "'b' is not accepted: expected one of a.");
    }

    @Test
    void one_bad_text_among_conditional_defaults() {
        assertProblem(
                provider("'mode':{},'server':{'type':'host','default':[{'when':'mode','value':'a b'},'c']}", CONTACT),
                "/fields/server/default/0/value",
                "'a b' is not accepted: expected a host name");
    }

    @Test
    void choice_without_choices() {
        assertProblem(provider("'server':{'type':'choice'}", CONTACT), "/fields/server/choices", "expected choices");
    }

    @Test
    void choices_of_another_type() {
        assertProblem(
                provider("'server':{'type':'host','choices':{'a':'A'}}", CONTACT),
                "/fields/server/choices",
                "only for a field of type choice; this is of type host");
    }

    @Test
    void set_to_a_value_that_the_field_refuses() {
        assertProblem(
                provider(
                        "'server':{'type':'host'},'region':{'type':'choice','choices':{'eu':{'set':{'server':'a b'}}}}",
                        CONTACT),
                "/fields/region/choices/eu/set/server",
                "'a b' is not accepted: expected a host name");
    }

    @Test
    void cycle_of_defaults() {
        String json = provider(
                "'a':{'type':'host','default':'${b}'},'b':{'type':'host','default':'${a}'}",
                "'contact':['sip:${a}','sip:${b}']");
        assertThat(problems(Loading.FILE, json)).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.pointer()).isIn("/fields/a", "/fields/b");
            assertThat(problem.message()).isEqualTo("expected no cycle of defaults");
        });
    }

    @Test
    void default_that_is_the_field_itself() {
        assertProblem(
                provider("'server':{'type':'host','default':'a.${server}'}", CONTACT),
                "/fields/server",
                "expected no cycle of defaults");
    }
}
