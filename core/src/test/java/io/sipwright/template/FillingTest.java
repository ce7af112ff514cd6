package io.sipwright.template;

import static io.sipwright.template.Loading.load;
import static io.sipwright.template.Loading.provider;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From fields to options. */
class FillingTest {

    private static final Filled SPEC = Filled.of("t");

    private static List<String> aor(Filled spec, String fields, String options) {
        List<String> lines = spec.lines(load(provider(fields, options)));
        assertThat(lines).startsWith("[t-aor]", "type=aor");
        return lines.subList(2, lines.size());
    }

    @Test
    void placeholders_are_filled_with_fields_and_the_name() {
        assertThat(aor(
                        SPEC.with("server", "s.example.com"),
                        "'server':{'type':'host'}",
                        "'contact':'sip:${server}','mailboxes':'${name}@x'"))
                .containsExactly("contact=sip:s.example.com", "mailboxes=t@x");
    }

    @Test
    void an_option_whose_placeholder_has_no_value_is_left_out() {
        assertThat(aor(SPEC, "'server':{'type':'host'}", "'contact':'sip:${server}','max_contacts':'1'"))
                .containsExactly("max_contacts=1");
    }

    @Test
    void a_default_may_use_other_fields_wherever_they_stand() {
        String fields = "'a':{'default':'${b}-a'},'b':{'default':'${c}-b'},'c':{'default':'c'}";

        assertThat(aor(SPEC, fields, "'mailboxes':'${a}'")).containsExactly("mailboxes=c-b-a");
        assertThat(aor(SPEC.with("c", "x"), fields, "'mailboxes':'${a}'")).containsExactly("mailboxes=x-b-a");
        assertThat(aor(SPEC.with("b", "y"), fields, "'mailboxes':'${a}'")).containsExactly("mailboxes=y-a");
    }

    @Test
    void of_several_defaults_the_first_that_applies_counts() {
        String fields = "'mode':{},'a':{'default':[{'when':'mode=x','value':'ex'},{'when':'mode','value':'m'},'none']}";

        assertThat(aor(SPEC, fields, "'mailboxes':'${a}'")).containsExactly("mailboxes=none");
        assertThat(aor(SPEC.with("mode", "y"), fields, "'mailboxes':'${a}'")).containsExactly("mailboxes=m");
        assertThat(aor(SPEC.with("mode", "x"), fields, "'mailboxes':'${a}'")).containsExactly("mailboxes=ex");
    }

    @Test
    void given_counts_before_chosen_and_chosen_before_default() {
        String fields = "'server':{'type':'host','default':'d'},'region':{'type':'choice','choices':{"
                + "'eu':{'set':{'server':'eu'}},'us':'US'}}";
        String options = "'contact':'sip:${server}'";

        assertThat(aor(SPEC, fields, options)).containsExactly("contact=sip:d");
        assertThat(aor(SPEC.with("region", "us"), fields, options)).containsExactly("contact=sip:d");
        assertThat(aor(SPEC.with("region", "eu"), fields, options)).containsExactly("contact=sip:eu");
        assertThat(aor(SPEC.with("region", "eu").with("server", "g"), fields, options))
                .containsExactly("contact=sip:g");
    }

    @Test
    void a_choice_may_be_made_by_default_and_set_lists() {
        String fields = "'region':{'type':'choice','default':'eu','choices':{'eu':{'set':{'servers':['a','b']}}}},"
                + "'servers':{'type':'hosts'}";

        assertThat(aor(SPEC, fields, "'contact':'sip:${servers}'")).containsExactly("contact=sip:a", "contact=sip:b");
    }

    @Test
    void a_let_is_a_text_on_the_way() {
        String json = "{'id':'x','kind':'provider','fields':{'server':{'type':'host'},'port':{'type':'port'}},"
                + "'let':{'host_port':[{'when':'port','value':'${server}:${port}'},'${server}'],"
                + "'uri':'sip:${host_port}'},'sections':{'aor':{'options':{'contact':'${uri}'}}}}";

        assertThat(SPEC.with("server", "s").lines(load(json))).contains("contact=sip:s");
        assertThat(SPEC.with("server", "s").with("port", "5080").lines(load(json)))
                .contains("contact=sip:s:5080");
        assertThat(SPEC.lines(load(json))).containsExactly("[t-aor]", "type=aor");
    }

    @Test
    void an_option_may_depend_on_a_condition() {
        String options = "'max_contacts':[{'when':'mode','value':'2'},{'when':'!mode','value':'1'}],"
                + "'remove_existing':{'when':['mode=a','name=t'],'value':'yes'}";

        assertThat(aor(SPEC, "'mode':{}", options)).containsExactly("max_contacts=1");
        assertThat(aor(SPEC.with("mode", "b"), "'mode':{}", options)).containsExactly("max_contacts=2");
        assertThat(aor(SPEC.with("mode", "a"), "'mode':{}", options))
                .containsExactly("max_contacts=2", "remove_existing=yes");
    }

    @Test
    void a_section_may_depend_on_a_condition() {
        String json =
                "{'id':'x','kind':'provider','fields':{'mode':{'type':'choice','choices':{'a':'A','no':'No'}}},'sections':{"
                        + "'aor':{'when':'mode'},'endpoint':{'when':'mode!=a'}}}";

        assertThat(SPEC.lines(load(json))).containsExactly("[t-endpoint]", "type=endpoint");
        assertThat(SPEC.with("mode", "a").lines(load(json))).containsExactly("[t-aor]", "type=aor");
        assertThat(SPEC.with("mode", "no").lines(load(json))).containsExactly("[t-endpoint]", "type=endpoint");
    }

    @Test
    void a_value_with_a_placeholder_stays_as_it_is() {
        String fields = "'password':{'type':'secret'},'boxes':{},'other':{'default':'${boxes}!'}";

        assertThat(aor(
                        SPEC.with("password", "hidden").with("boxes", "${password}"),
                        fields,
                        "'mailboxes':'${boxes}','voicemail_extension':'${other}','outbound_proxy':'sip:${password}'"))
                .containsExactly(
                        "mailboxes=${password}", "voicemail_extension=${password}!", "outbound_proxy=sip:hidden");
    }
}
