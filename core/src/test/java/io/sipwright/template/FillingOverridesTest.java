package io.sipwright.template;

import static io.sipwright.template.Loading.load;
import static io.sipwright.template.OptionOverride.remove;
import static io.sipwright.template.OptionOverride.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Overrides apply one after the other. */
class FillingOverridesTest {

    private static final ProviderTemplate X = load("{'id':'x','kind':'provider','sections':{"
            + "'aor':{'options':{'contact':['sip:a','sip:b'],'max_contacts':'1','remove_existing':'yes'}},"
            + "'endpoint':{'options':{'context':'c'}}}}");

    private static List<String> aor(OptionOverride... overrides) {
        List<String> lines = Filled.of("t").override(overrides).lines(X);
        return lines.subList(2, lines.indexOf("[t-endpoint]"));
    }

    @Test
    void what_is_there_is_replaced_in_its_place() {
        assertThat(aor(set("aor", "max_contacts", "5")))
                .containsExactly("contact=sip:a", "contact=sip:b", "max_contacts=5", "remove_existing=yes");
    }

    @Test
    void all_lines_of_an_option_are_replaced() {
        assertThat(aor(set("aor", "contact", "sip:c")))
                .containsExactly("contact=sip:c", "max_contacts=1", "remove_existing=yes");
        assertThat(aor(set("aor", "contact", "sip:c", "sip:d", "sip:e")))
                .containsExactly(
                        "contact=sip:c", "contact=sip:d", "contact=sip:e", "max_contacts=1", "remove_existing=yes");
    }

    @Test
    void another_option_is_added_at_the_end() {
        assertThat(aor(set("aor", "mailboxes", "1@a"), set("aor", "qualify_frequency", "30")))
                .endsWith("remove_existing=yes", "mailboxes=1@a", "qualify_frequency=30");
    }

    @Test
    void an_option_is_taken_out() {
        assertThat(aor(remove("aor", "contact"))).containsExactly("max_contacts=1", "remove_existing=yes");
        assertThat(aor(remove("aor", "mailboxes"))).hasSize(4);
    }

    @Test
    void taken_out_and_set_again_it_stands_at_the_end() {
        assertThat(aor(remove("aor", "max_contacts"), set("aor", "max_contacts", "5")))
                .containsExactly("contact=sip:a", "contact=sip:b", "remove_existing=yes", "max_contacts=5");
    }

    @Test
    void the_last_of_several_for_one_option_counts() {
        assertThat(aor(set("aor", "max_contacts", "5"), set("aor", "max_contacts", "6")))
                .contains("max_contacts=6")
                .doesNotContain("max_contacts=5");
        assertThat(aor(set("aor", "max_contacts", "5"), remove("aor", "max_contacts")))
                .noneMatch(line -> line.startsWith("max_contacts"));
    }

    @Test
    void names_of_options_are_compared_as_asterisk_does() {
        assertThat(aor(set("aor", "MAX_Contacts", "5")))
                .containsExactly("contact=sip:a", "contact=sip:b", "MAX_Contacts=5", "remove_existing=yes");
    }

    @Test
    void other_sections_stay_as_they_are() {
        assertThat(Filled.of("t")
                        .override(set("endpoint", "context", "d"), set("identify", "match", "192.0.2.1"))
                        .lines(X))
                .endsWith("[t-endpoint]", "type=endpoint", "context=d")
                .contains("max_contacts=1");
    }

    @Test
    void values_are_not_filled_in() {
        assertThat(aor(set("aor", "mailboxes", "${name}@x"))).contains("mailboxes=${name}@x");
    }
}
