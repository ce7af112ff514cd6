package io.sipwright.template;

import static io.sipwright.template.Loading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong who write their first carrier: one line each, at their own words, with what to do. */
class TemplateNewcomerMistakesTest {

    private static String template(String more) {
        return "{'id':'x','kind':'provider','extends':'credential-trunk'" + (more.isEmpty() ? "" : ",") + more + "}";
    }

    private static void assertAnswer(String json, String pointer, String message) {
        assertThat(problems(Loading.FILE, json)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(Loading.FILE);
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // conditions on a value that is none
                "'sections':{'endpoint':{'options':{'language':{'when':'signalling=TLS','value':'de'}}}}|/sections/endpoint/options/language/when|expected one of udp, tcp, tls of 'signalling', compared exactly; did you mean 'tls'?",
                "'sections':{'endpoint':{'options':{'language':['en',{'when':'srtp=true','value':'de'}]}}}|/sections/endpoint/options/language/1/when|expected one of",
                "'fields':{'port':{'default':[{'when':'signalling=TLS','value':'5061'}]}}|/fields/port/default/0/when|did you mean 'tls'?",
                "'fields':{'did':{'required':'auth=regstration'}}|/fields/did/required|did you mean 'registration'?",
                "'fields':{'signalling':{'choices':{'udp':'UDP','tls':{'label':'TLS','when':'auth=IP'}}}}|/fields/signalling/choices/tls/when|did you mean 'ip'?",
                "'sections':{'identify':{'when':'inbound_match=adress'}}|/sections/identify/when|did you mean 'address'?",
                "'let':{'a':[{'when':'auth=none','value':'a'},'b']},'sections':{'endpoint':{'options':{'language':'${a}'}}}|/let/a/0/when|never decides anything",
                // null for nothing
                "'sections':{'registraton':null}|/sections/registraton|did you mean 'registration'?",
                "'fields':{'foo':null}|/fields/foo|no 'foo' is inherited; leave it out",
                "'sections':{'endpoint':{'options':{'rtp_keepalive':null}}}|/sections/endpoint/options/rtp_keepalive|no 'rtp_keepalive' is inherited",
                "'fields':{'port':{'default':null}}|/fields/port/default|no 'default' is inherited",
                "'notes':null|/notes|leave 'notes' out",
                // versions
                "'version':3000000000|/version|expected a whole number from 1 to 2147483647",
                "'version':99999999999999999999|/version|expected a number of at most 18 digits",
                "'version':0|/version|expected a whole number from 1",
                "'version':-1|/version|expected a whole number from 1",
                "'version':'1'|/version|without quotes",
                // what never makes sense
                "'sections':{'endpoint':{'options':{'@name':'a'}}}|/sections/endpoint/options/@name|for the overrides",
                "'sections':{'transport':{'options':{'protocol':'udp'}}}|/sections/transport/type|belongs in your own pjsip.conf",
                "'sections':{'more':{'type':'global'}}|/sections/more/type|belongs in your own pjsip.conf",
                "'sections':{'registration-backup':{'each':'server'}}|/sections/registration-backup/each|'server' is of type host",
                "'fields':{'password':{'default':'Vk7#qLw2'}}|/fields/password/default|expected no secret in a template",
                "'fields':{'auth':{'choices':{'registration':{'label':'R','set':{'password':'Vk7#qLw2'}}}}}|/fields/auth/choices/registration/set/password|expected no secret",
                "'fields':{'expiration':{'min':900,'max':60}}|/fields/expiration/min|expected at most 60, which is 'max'",
                "'fields':{'expiration':{'min':9000}}|/fields/expiration/min|expected at most 7200",
                // the place is the child's, not the parent's
                "'fields':{'username':null}|/fields/username|null takes away what is still used, by credential-trunk.json#/fields/auth_username/default (and 3 more)",
                "'fields':{'signalling':{'choices':{'tls':'TLS'}}}|/fields/signalling/choices|credential-trunk.json#/fields/signalling/default: 'udp' is not accepted: expected one of tls; say that anew as well",
                "'fields':{'expiration':{'min':600}}|/fields/expiration/min|credential-trunk.json#/fields/expiration/default: '300' is not accepted",
                "'sections':{'endpoint':{'type':'aor'}}|/sections/endpoint/type|credential-trunk.json#/sections/endpoint/options/transport: is no option of type=aor",
                "'fields':[]|/fields|expected an object",
                "'fields':{'server':'sip.carrier.net'}|/fields/server|expected an object",
                "'sections':{'endpoint':{'options':[]}}|/sections/endpoint/options|expected an object",
                "'sections':{'endpoint':{'type':'endpiont'}}|/sections/endpoint/type|did you mean 'endpoint'?",
                // one mistake, one line
                "'fields':{'auth':{'type':'chioce'}}|/fields/auth/type|did you mean 'choice'?",
                "'fields':{'auth':{'choices':['registration']}}|/fields/auth/choices|expected an object",
                "'fields':{'signalling':{'choices':{'udp':{'label':'UDP','set':{'port':5061}}}}}|/fields/signalling/choices/udp/set/port|write it in quotes: \"5061\"",
                "'fields':{'did':{'required':'true'}}|/fields/did/required|write true or false without quotes",
                "'fields':{'did':{'required':'yes'}}|/fields/did/required|write true or false without quotes",
                "'fields':{'did':{'required':['auth=ip']}}|/fields/did/required|one only",
                "'let':{'a':'${b}','b':'b'},'sections':{'endpoint':{'options':{'language':'${a}${b}'}}}|/let/a|'b' is not known here; a text of 'let' may use fields, and those that stand before it",
                // place and remedy
                "'fields':{'inbound_sources':{'default':['54.1.1.1','sip.carrier.net']}}|/fields/inbound_sources/default/1|'sip.carrier.net' is not accepted: expected addresses",
                "'fields':{'auth':{'choices':{'registration':{'label':'R','set':{'inbound_sources':['54.1.1.300']}}}}}|/fields/auth/choices/registration/set/inbound_sources/0|'54.1.1.300' is not accepted",
                "'fields':{'codecs':{'default':'alaw,g711'}}|/fields/codecs/default|'g711' is no codec",
                "'sections':{'endpoint':{'options':{'tenantid':'a'}}}|/sections/endpoint/options/tenantid|write {\"asterisk\": {\"22\": …}}",
                "'sections':{'endpoint':{'options':{'qualify_frequency':'60'}}}|/sections/endpoint/options/qualify_frequency|it belongs to aor",
                "'sections':{'endpoint':{'options':{'dtmf_mode':'rfc2833'}}}|/sections/endpoint/options/dtmf_mode|did you mean 'rfc4733'?",
                "'sections':{'endpoint':{'options':{'rtp_timeout':60}}}|/sections/endpoint/options/rtp_timeout|write it in quotes: \"60\"",
                "'sections':{'endpoint':{'options':{'set_var':['A=a',{'value':true}]}}}|/sections/endpoint/options/set_var/1/value|write it in quotes: \"true\"",
                "'sections':{'endpoint':{'rtp_timeout':'60'}}|/sections/endpoint/rtp_timeout|options belong under 'options'",
                "'sections':{'endpoint':{'when':'auth==ip'}}|/sections/endpoint/when|several that must all hold stand in an array"
            })
    void answer(String more, String pointer, String message) {
        assertAnswer(template(more), pointer, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'provider','extends':'credential-trunk'}|/id|is required: expected lower-case letters",
                "{'id':null,'kind':'provider','extends':'credential-trunk'}|/id|is required",
                "{'id':'x','extends':'credential-trunk'}|/kind|is required: expected provider or user",
                "{'id':'x','kind':'user','extends':'credential-trunk'}|/extends|expected a template of kind user; 'credential-trunk' is of kind provider",
                "{'id':'x','kind':'provider','extends':['credential-trunk','sip-user']}|/extends|'sip-user' is of kind user",
                "{'id':'x','kind':'provider','fields':{'auth':{'choices':{'ip':'A'}},'codecs':{'default':'alaw'},'srtp':null},'sections':{'endpoint':{'options':{'language':'${did}'}}}}|/extends|such as 'credential-trunk': without one, auth, codecs are new fields",
                "{'id':'credential-trunk','kind':'provider','extends':'credential-trunk'}|/extends|takes the place of credential-trunk.json and can't extend it; give it an id of its own",
                "{'id':'telnyx','kind':'user','extends':'sip-user'}|/kind|expected provider, as in telnyx.json#/kind, which it replaces",
                "{'id':'telnyx','kind':'provider','abstract':true,'extends':'ip-trunk'}|/abstract|expected a template that objects can be made from",
                "{'catalog':{'id':'a','version':'1'},'templates':[]}|/catalog|did you mean 'catalogue'?",
                "{'catalogue':{'id':'a'},'templates':[]}|/catalogue/version|is required: a text such as",
                "{'catalogue':{'id':'a','version':2026.12},'templates':[]}|/catalogue/version|write it in quotes: \"2026.12\"",
                "{'catalogue':{'id':'a','version':'1'},'templates':{'b':{}}}|/templates|expected an array of templates",
                "{'catalogue':{'id':'sipwright','version':'1'},'templates':[{'id':'x','kind':'provider','extends':'custom_ip'}]}|/catalogue/id|expected another id than that of the catalogue sipwright"
            })
    void answer_to_a_whole_file(String json, String pointer, String message) {
        assertAnswer(json, pointer, message);
    }

    @Test
    void secrets_are_not_repeated() {
        assertThat(problems(Loading.FILE, template("'fields':{'password':{'default':'Vk7#qLw2'}}")))
                .noneMatch(problem -> problem.toString().contains("Vk7"));
    }

    @Test
    void of_three_files_the_two_that_are_to_blame_are_named() {
        String bad = "{'id':'%s','kind':'provider','extends':'credential-trunk','fields':{'username':null}}";

        assertThat(problems(
                        "a.json",
                        bad.formatted("a"),
                        "b.json",
                        template("").replace("'x'", "'b'"),
                        "c.json",
                        bad.formatted("c")))
                .extracting(TemplateProblem::file)
                .containsExactly("a.json", "c.json");
    }

    @Test
    void a_parent_in_between_is_named_and_not_its_children() {
        String middle = "{'id':'m','kind':'provider','abstract':true,'extends':'credential-trunk',"
                + "'fields':{'signalling':{'choices':{'tls':'TLS'}}}}";
        String child = "{'id':'%s','kind':'provider','extends':'m'}";

        assertThat(problems("a.json", child.formatted("a"), "m.json", middle, "b.json", child.formatted("b")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("m.json");
                    assertThat(problem.pointer()).isEqualTo("/fields/signalling/choices");
                });
    }

    @Test
    void a_parent_that_is_not_enough_alone_is_named_with_the_child() {
        assertAnswer(
                "{'id':'x','kind':'provider','extends':'priority-servers'}",
                "/extends",
                "with what it inherits, priority-servers.json#");
    }

    @Test
    void a_parents_own_mistake_is_not_put_down_to_one_that_is_replaced() {
        String broken = "{'id':'broken','kind':'provider','abstract':true,'extends':'credential-trunk',"
                + "'sections':{'aor':{'options':{'max_contacts':'many'}}}}";
        String replacing = "{'id':'priority-servers','kind':'provider','abstract':true,"
                + "'sections':{'aor':{'options':{'remove_existing':'yes'}}}}";

        assertThat(problems(
                        "broken.json",
                        broken,
                        "p.json",
                        replacing,
                        Loading.FILE,
                        "{'id':'x','kind':'provider','extends':['broken','priority-servers']}"))
                .filteredOn(problem -> !problem.message().startsWith("in place of"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).isEqualTo("broken.json"));
    }

    @Test
    void a_base_that_is_replaced_and_does_not_fit_is_named() {
        assertAnswer(
                "{'id':'credential-trunk','kind':'provider','abstract':true,"
                        + "'sections':{'aor':{'options':{'max_contacts':'1'}}}}",
                "/id",
                "in place of credential-trunk it spoils ");
    }
}
