package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a template has of its parents. */
class InheritanceTest {

    private static final String A = "{'id':'a','kind':'provider','abstract':true,'description':'of a','notes':['a'],"
            + "'fields':{'server':{'type':'host','label':'A'},'boxes':{'type':'mailboxes','default':'a@a'}},"
            + "'sections':{'aor':{'options':{'contact':'sip:${server}','max_contacts':'1','mailboxes':'${boxes}'}},"
            + "'endpoint':{'options':{'context':'a','aors':'${name}-aor'}}}}";
    private static final String B = "{'id':'b','kind':'provider','abstract':true,"
            + "'fields':{'server':{'label':'B'}},"
            + "'sections':{'aor':{'options':{'max_contacts':'2','remove_existing':'yes'}}}}";

    private static ProviderTemplate child(String members) {
        return Loading.catalog("a.json", A, "b.json", B, "x.json", "{'id':'x','kind':'provider'," + members + "}")
                .provider("x")
                .orElseThrow();
    }

    @Test
    void fields_and_sections_come_from_the_parent() {
        Filled spec = Filled.of("t").with("server", "s.example.com");

        assertThat(spec.lines(child("'extends':'a'")))
                .containsExactly(
                        "[t-aor]",
                        "type=aor",
                        "contact=sip:s.example.com",
                        "max_contacts=1",
                        "mailboxes=a@a",
                        "[t-endpoint]",
                        "type=endpoint",
                        "context=a",
                        "aors=t-aor");
    }

    @Test
    void what_describes_the_parent_only_does_not() {
        ProviderTemplate x = child("'extends':'a'");

        assertThat(x.description()).isEmpty();
        assertThat(x.notes()).isEmpty();
        assertThat(x.displayName()).isEqualTo("x");
        assertThat(x.provenance()).isEqualTo(Provenance.NONE);
    }

    @Test
    void the_later_parent_wins_and_what_it_replaces_keeps_its_place() {
        Filled spec = Filled.of("t").with("server", "s");

        assertThat(spec.lines(child("'extends':['a','b']")))
                .startsWith(
                        "[t-aor]",
                        "type=aor",
                        "contact=sip:s",
                        "max_contacts=2",
                        "mailboxes=a@a",
                        "remove_existing=yes");
        assertThat(child("'extends':['a','b']").field("server").orElseThrow().label())
                .isEqualTo("B");
        assertThat(spec.lines(child("'extends':['b','a']")))
                .startsWith("[t-aor]", "type=aor", "max_contacts=1", "remove_existing=yes", "contact=sip:s");
    }

    @Test
    void the_template_itself_wins_over_all() {
        ProviderTemplate x =
                child("'extends':['a','b'],'sections':{'aor':{'options':{'max_contacts':'3'}}},'version':7");

        assertThat(Filled.of("t").lines(x)).contains("max_contacts=3").doesNotContain("max_contacts=2");
        assertThat(x.version()).isEqualTo(7);
    }

    @Test
    void null_takes_away_an_option_a_section_a_field_and_a_default() {
        ProviderTemplate x = child("'extends':'a','fields':{'boxes':null,'server':{'label':null}},"
                + "'sections':{'endpoint':null,'aor':{'options':{'mailboxes':null}}}");

        assertThat(x.roles()).containsExactly("aor");
        assertThat(x.field("boxes")).isEmpty();
        assertThat(x.field("server").orElseThrow().label()).isEqualTo("server");
        assertThat(Filled.of("t").with("server", "s").lines(x))
                .containsExactly("[t-aor]", "type=aor", "contact=sip:s", "max_contacts=1");
    }

    @Test
    void what_was_taken_away_can_be_brought_back_at_the_end() {
        String middle = "{'id':'m','kind':'provider','abstract':true,'extends':'a',"
                + "'sections':{'aor':{'options':{'max_contacts':null}}}}";
        String last = "{'id':'x','kind':'provider','extends':'m',"
                + "'sections':{'aor':{'options':{'max_contacts':'9'}},'endpoint':null}}";
        ProviderTemplate x = Loading.catalog("a.json", A, "m.json", middle, "x.json", last)
                .provider("x")
                .orElseThrow();

        assertThat(Filled.of("t").lines(x)).containsExactly("[t-aor]", "type=aor", "mailboxes=a@a", "max_contacts=9");
    }

    @Test
    void own_fields_come_first_in_a_form() {
        ProviderTemplate x = child("'extends':'a','fields':{'server':{'label':'X'},"
                + "'region':{'type':'choice','choices':{'eu':{'set':{'server':'eu'}}}}}");

        assertThat(x.fields()).extracting(TemplateField::name).containsExactly("region", "server", "boxes");
    }

    @Test
    void choices_are_replaced_as_a_whole() {
        String parent = "{'id':'c','kind':'provider','abstract':true,'fields':{'f':{'type':'choice',"
                + "'choices':{'one':'1','two':'2'}}},'sections':{'aor':{'options':{'mailboxes':'${f}'}}}}";
        String x = "{'id':'x','kind':'provider','extends':'c','fields':{'f':{'choices':{'three':'3'}}}}";

        assertThat(Loading.catalog("c.json", parent, "x.json", x)
                        .provider("x")
                        .orElseThrow()
                        .field("f")
                        .orElseThrow()
                        .choices())
                .containsOnlyKeys("three");
    }

    @Test
    void abstract_templates_are_not_in_the_catalogue() {
        TemplateCatalog catalog = TemplateCatalog.shipped();

        assertThat(catalog.providers()).doesNotContainKeys("credential-trunk", "ip-trunk", "unregistered-trunk");
        assertThat(catalog.userTemplates()).doesNotContainKey("sip-user");
    }
}
