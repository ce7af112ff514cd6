package io.sipwright.template;

import static io.sipwright.template.Loading.assertProblem;
import static io.sipwright.template.Loading.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of a template that Asterisk would refuse. */
class TemplateOptionMistakesTest {

    @Test
    void unknown_option() {
        assertProblem(
                provider("", "'contat':'sip:example.com'"),
                "/sections/aor/options/contat",
                "is no option of type=aor",
                "did you mean 'contact'?");
    }

    @Test
    void option_that_one_version_does_not_know() {
        assertProblem(
                provider("", "'qualify_2xx_only':'yes'"),
                "/sections/aor/options/qualify_2xx_only",
                "is an option of Asterisk 22, but not of 16");
    }

    @Test
    void option_that_the_version_named_does_not_know() {
        assertProblem(
                provider("", "'qualify_2xx_only':{'asterisk':{'16':'yes'}}"),
                "/sections/aor/options/qualify_2xx_only",
                "but not of 16");
    }

    @Test
    void section_type_that_asterisk_does_not_know() {
        assertProblem(
                "{'id':'x','kind':'provider','sections':{'a':{'type':'endpiont','options':{'context':'a'}}}}",
                "/sections/a/type",
                "'endpiont'",
                "did you mean 'endpoint'?");
    }

    @Test
    void section_type_that_asterisk_does_not_know_without_options() {
        assertProblem(
                "{'id':'x','kind':'provider','sections':{'a':{'type':'endpiont'}}}", "/sections/a/type", "'endpiont'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_contacts|many|expected a whole number",
                "remove_existing|maybe|expected yes or no",
                "contact|example.com|expected SIP URIs",
                "qualify_frequency|86401|from 0 to 86400",
                "max_contacts|''|expected a whole number",
                "mailboxes|a\\nb|line break",
                "mailboxes|' a'|begins or ends with a blank"
            })
    void constant_value_that_asterisk_refuses(String option, String value, String message) {
        assertProblem(provider("", "'" + option + "':'" + value + "'"), "/sections/aor/options/" + option, message);
    }

    @Test
    void constant_value_that_one_version_refuses() {
        assertProblem(
                "{'id':'x','kind':'provider','sections':{'auth':{'options':{'auth_type':'digest'}}}}",
                "/sections/auth/options/auth_type",
                "expected one of userpass, md5");
    }

    @Test
    void repeated_value_of_an_option_that_takes_one() {
        assertProblem(
                provider("", "'max_contacts':['1','2']"),
                "/sections/aor/options/max_contacts",
                "expected one value",
                "takes the last");
    }

    @ParameterizedTest
    @CsvSource({"23", "'22.1'", "v22", "sixteen"})
    void version_that_is_not_supported(String version) {
        assertProblem(
                provider("", "'max_contacts':{'asterisk':{'" + version + "':'1'}}"),
                "/sections/aor/options/max_contacts/asterisk/" + version,
                "expected a version: 16, 22");
    }

    @Test
    void neither_value_nor_versions_or_both() {
        String pointer = "/sections/aor/options/max_contacts";
        assertProblem(provider("", "'max_contacts':{}"), pointer, "expected either 'value' or 'asterisk'");
        assertProblem(
                provider("", "'max_contacts':{'value':'1','asterisk':{'22':'2'}}"),
                pointer,
                "expected either 'value' or 'asterisk'");
    }

    @Test
    void no_section() {
        assertProblem("{'id':'x','kind':'provider'}", "/sections", "expected at least one section");
    }
}
