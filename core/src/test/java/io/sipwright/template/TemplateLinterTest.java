package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLinterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static final String PROVENANCE =
            "'provenance':{'checked':'2026-11-22','evidence':'documented','sources':[{'what':'a page'}]}";

    /** A template without advice, with something more. */
    private static String template(String more) {
        return "{'id':'x','kind':'provider','extends':'credential-trunk'," + PROVENANCE + more + "}";
    }

    private static List<Advice> lint(String json) {
        return TemplateLinter.lint(Loading.catalog("x.json", json), TODAY);
    }

    /** The other day it would be the sources that are too old, and nothing that anyone has changed. */
    @Test
    void the_shipped_templates_give_no_reason_for_advice() {
        TemplateCatalog shipped = TemplateCatalog.shipped();

        assertThat(TemplateLinter.lint(
                        shipped, LocalDate.parse(shipped.sources().get(0).date())))
                .isEmpty();
    }

    @Test
    void a_template_without_advice() {
        assertThat(lint(template(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "inbound.wide          |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':'54.0.0.0/16'}}",
                "inbound.documentation |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':'192.0.2.0/28'}}",
                "inbound.documentation |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':'2001:db8::1'}}",
                "inbound.private       |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':['54.1.1.1','10.1.1.1']}}",
                "inbound.private       |/fields/pop/choices/a/set/inbound_sources|'fields':{'pop':{'label':'P','type':'choice','choices':{'a':{'label':'A!','set':{'inbound_sources':['127.0.0.1']}}}}}",
                "inbound.host-name     |/sections/identify/options/match|'sections':{'identify':{'options':{'match':'sip.carrier.net'}}},'fields':{'inbound_sources':{}}",
                "inbound.host-name     |/sections/identify/options/match|'sections':{'identify':{'options':{'match':'${server}'}}}",
                "server.documentation  |/fields/server/default|'fields':{'server':{'default':'sip.carrier.example'}}",
                "registration.none     |/registration|'registration':'none'",
                "registration.none     |/notes/0|'notes':['There is no registration.']",
                "from.none             |/sections/endpoint|'sections':{'endpoint':{'options':{'from_user':null,'from_domain':null}}},'fields':{'from_user':null,'from_domain':null,'did':null}",
                "qualify.off           |/fields/qualify_frequency/default|'fields':{'qualify_frequency':{'default':'0'}}",
                "qualify.off           |/sections/aor/options/qualify_frequency|'sections':{'aor':{'options':{'qualify_frequency':'0'}}},'fields':{'qualify_frequency':null}",
                "qualify.off           |/sections/aor|'sections':{'aor':{'options':{'qualify_frequency':null}}},'fields':{'qualify_frequency':null}",
                "identify-by.missing   |/sections/endpoint|'sections':{'endpoint':{'options':{'identify_by':null}}}",
                "secret.help           |/fields/password|'fields':{'password':{'help':''}}",
                "field.label           |/fields/site|'fields':{'site':{}},'sections':{'endpoint':{'options':{'accountcode':'${site}'}}}",
                "choice.label          |/fields/pop/choices/a|'fields':{'pop':{'label':'P','type':'choice','choices':{'a':{'set':{'server':'a.net'}}}}}",
                "inbound.world         |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':'0.0.0.0/0'}}",
                "inbound.world         |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':'::/0'}}",
                "inbound.host-bits     |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':'54.1.1.17/29'}}",
                "inbound.host-bits     |/fields/inbound_sources/default|'fields':{'inbound_sources':{'default':'2a00:1::1/64'}}",
                "choice.incomplete     |/fields/pop/choices/b|'fields':{'pop':{'label':'P','type':'choice','choices':{'a':{'label':'A!','set':{'inbound_sources':['54.1.1.1']}},'b':'B!'}}}",
                "required.default      |/fields/pop/required|'fields':{'pop':{'label':'P','type':'choice','required':true,'default':'a','choices':{'a':{'label':'A!','set':{'server':'a.net'}}}}}",
                "let.unused            |/let/sufix|'let':{'sufix':';user=phone'}",
                "placeholder.dollar    |/sections/endpoint/options/set_var|'sections':{'endpoint':{'options':{'set_var':'A={username}'}}}",
                "leaving.over          |/leaving/54.1.1.1|'fields':{'inbound_sources':{'default':'54.1.1.1'}},'leaving':{'54.1.1.1':'2026-11-30'}",
                "leaving.unknown       |/leaving/54.1.1.2|'fields':{'inbound_sources':{'default':'54.1.1.1'}},'leaving':{'54.1.1.2':'2027-01-31'}",
                "accepted.unknown      |/acceptedAdvice/inbound.wild|'acceptedAdvice':{'inbound.wild':'A reason.'}",
                "accepted.unused       |/acceptedAdvice/inbound.wide|'acceptedAdvice':{'inbound.wide':'A reason.'}"
            })
    void advice(String code, String pointer, String more) {
        List<Advice> advice = lint(template("," + more));

        assertThat(advice).extracting(Advice::code).as("%s", advice).contains(code);
        Advice first = advice.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(first.pointer()).isEqualTo(pointer);
        assertThat(first.template()).isEqualTo("x");
        assertThat(first.message()).isNotBlank();
        assertThat(first.remedy()).endsWith(code.equals("accepted.unused") ? "more." : ".");
        assertThat(first.toString()).contains(first.file() + "#" + pointer, "[" + code + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "provenance.missing|''",
                "provenance.missing|,'provenance':{'sources':[]}",
                "provenance.date   |,'provenance':{'checked':'last year','evidence':'loaded'}",
                "provenance.date   |,'provenance':{'checked':'2026-12-24','evidence':'loaded'}",
                "provenance.old    |,'provenance':{'checked':'2025-05-31','evidence':'loaded'}"
            })
    void provenance(String code, String more) {
        String json = "{'id':'x','kind':'provider','extends':'custom_ip'" + (more.equals("''") ? "" : more) + "}";

        assertThat(lint(json)).extracting(Advice::code).containsExactly(code);
    }

    @Test
    void sources_of_eighteen_months_are_not_old() {
        assertThat(lint("{'id':'x','kind':'provider','extends':'custom_ip',"
                        + "'provenance':{'checked':'2025-06-01','evidence':'loaded'}}"))
                .isEmpty();
    }

    @Test
    void a_template_of_its_own_without_inbound_and_port() {
        assertThat(lint("{'id':'x','kind':'provider'," + PROVENANCE
                        + ",'fields':{'server':{'label':'Server','type':'host'}},'sections':{"
                        + "'aor':{'options':{'contact':'sip:${server}','qualify_frequency':'60'}},"
                        + "'endpoint':{'options':{'aors':'${name}-aor','identify_by':'ip'}}}}"))
                .extracting(Advice::code)
                .containsExactlyInAnyOrder("inbound.none", "server.port");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'fields':{'inbound_sources':{'default':['54.1.1.16/29','54.1.1.17']}}",
                "'fields':{'server':{'default':'sip.carrier.net'}}",
                "'fields':{'pop':{'label':'P','type':'choice','choices':{'a':{'label':'A!','set':{'server':'a.net'}},'b':'B!'}}}",
                "'let':{'suffix':';user=phone'},'sections':{'endpoint':{'options':{'set_var':'A=${suffix}{b}'}}}"
            })
    void what_is_well_as_it_is(String more) {
        assertThat(lint(template("," + more))).isEmpty();
    }

    @Test
    void a_template_that_takes_the_place_of_another(@TempDir Path directory) throws IOException {
        String telnyx = template("").replace("'x'", "'telnyx'");
        String accepted = template(",'acceptedAdvice':{'template.replaces':'Ours is newer.'}")
                .replace("'x'", "'telnyx'");
        Path base = Files.writeString(
                directory.resolve("base.json"),
                ("{'id':'ip-trunk','kind':'provider','abstract':true,'extends':'unregistered-trunk','fields':{"
                                + "'auth':{'default':'ip','choices':{'ip':'Address'}},"
                                + "'signalling':{'default':'udp'}}}")
                        .replace('\'', '"'));

        assertThat(lint(telnyx)).singleElement().satisfies(advice -> {
            assertThat(advice.code()).isEqualTo("template.replaces");
            assertThat(advice.pointer()).isEqualTo("/id");
            assertThat(advice.message()).isEqualTo("It takes the place of 'telnyx' in telnyx.json");
        });
        assertThat(lint(accepted)).isEmpty();
        assertThat(TemplateLinter.lint(base))
                .filteredOn(advice -> advice.code().equals("template.replaces"))
                .extracting(Advice::file, Advice::pointer)
                .containsExactly(tuple(base.toString(), "/id"));
    }

    @Test
    void a_template_for_inheriting_that_no_one_inherits_from() {
        String alone = "{'id':'b','kind':'provider','abstract':true,'extends':'ip-trunk'%s}";

        assertThat(lint(alone.formatted("")))
                .extracting(Advice::code, Advice::pointer)
                .containsExactly(tuple("abstract.unused", "/abstract"));
        assertThat(lint(alone.formatted(",'acceptedAdvice':{'abstract.unused':'Others extend it.'}")))
                .isEmpty();
    }

    @Test
    void addresses_that_leave_later_are_let_in_until_then() {
        assertThat(lint(template(
                        ",'fields':{'inbound_sources':{'default':'54.1.1.1'}},'leaving':{'54.1.1.1':'2026-12-01'}")))
                .isEmpty();
    }

    @Test
    void what_is_accepted_with_a_reason_is_not_said() {
        String wide = ",'fields':{'inbound_sources':{'default':'54.0.0.0/16'}}";

        assertThat(lint(template(wide + ",'acceptedAdvice':{'inbound.wide':'The carrier names it as a whole.'}")))
                .isEmpty();
        Loading.assertProblem(
                template(wide + ",'acceptedAdvice':{'inbound.wide':' '}"),
                "/acceptedAdvice/inbound.wide",
                "expected the reason");
    }

    @Test
    void what_is_inherited_is_said_once_and_where_it_stands() {
        String base = "{'id':'base','kind':'provider','abstract':true,'extends':'credential-trunk',"
                + "'fields':{'inbound_sources':{'default':'10.0.0.1'}}}";
        String child = "{'id':'%s','kind':'provider','extends':'base'," + PROVENANCE + "}";

        assertThat(TemplateLinter.lint(
                        Loading.catalog(
                                "base.json", base, "a.json", child.formatted("a"), "b.json", child.formatted("b")),
                        TODAY))
                .singleElement()
                .extracting(Advice::file, Advice::pointer, Advice::code)
                .containsExactly("base.json", "/fields/inbound_sources/default", "inbound.private");
    }

    @Test
    void files_and_directories(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("ours.json"),
                template(",'fields':{'inbound_sources':{'default':'10.0.0.1'}}").replace('\'', '"'));

        assertThat(TemplateLinter.lint(file))
                .singleElement()
                .extracting(Advice::file, Advice::code)
                .containsExactly(file.toString(), "inbound.private");
        assertThat(TemplateLinter.lint(directory)).isEqualTo(TemplateLinter.lint(file));
    }

    @Test
    void problems_of_loading_all_at_once(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.json"), "{");
        Files.writeString(
                directory.resolve("b.json"),
                template(",'fields':{'unused':{}},'leaving':{'54.1.1.1':'soon','a':'2027-01-01'},'registration':'no'")
                        .replace('\'', '"'));

        assertThat(TemplateLinter.lint(directory))
                .allSatisfy(advice -> assertThat(advice.code()).isEqualTo(TemplateLinter.LOADING))
                .extracting(Advice::pointer)
                .containsExactlyInAnyOrder("", "/fields/unused", "/leaving/54.1.1.1", "/leaving/a", "/registration");
    }

    @Test
    void every_code_is_explained_in_the_documentation() throws IOException {
        String guide = Files.readString(Path.of("../docs/templates.md"));
        Set<String> missing = new TreeSet<>(TemplateLinter.codes());
        missing.removeIf(code -> guide.contains("`" + code + "`"));

        assertThat(missing).isEmpty();
    }
}
