package io.sipwright.realtime;

import static io.sipwright.realtime.Sections.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.Section;
import io.sipwright.realtime.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowFormTest {

    private final RowForm form = new RowForm(AsteriskVersion.V22, tables());

    private static PresentTables tables() {
        Map<String, Column> endpoints = new TreeMap<>();
        for (String name : List.of("id", "allow", "disallow", "set_var", "context", "accountcode", "send_pai", "@x")) {
            endpoints.put(name, new Column(name, Kind.TEXT, name.equals("id") ? 20 : 0, List.of(), false));
        }
        return new PresentTables(Map.of(RowTable.ENDPOINTS, endpoints));
    }

    private Row row(String... options) {
        List<RowProblem> problems = new ArrayList<>();
        return form.row(section("e", "endpoint", options), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));
    }

    private List<String> problems(Section section) {
        List<RowProblem> problems = new ArrayList<>();
        assertThat(form.row(section, problems)).isEmpty();
        return problems.stream().map(RowProblem::toString).toList();
    }

    @Test
    void of_an_option_that_stands_twice_the_last_counts_unless_lines_add_up() {
        assertThat(row("context", "a", "CONTEXT", "b;c", "set_var", "A=1;x", "set_var", "B=2^")
                        .values())
                .isEqualTo(Map.of("context", "b^3Bc", "set_var", "A=1^3Bx;B=2^5E"));
    }

    @Test
    void codecs_keep_their_order() {
        assertThat(row("disallow", "all", "allow", "ulaw", "allow", "alaw").values())
                .isEqualTo(Map.of("disallow", "all", "allow", "ulaw;alaw"));
        for (List<String> lines : List.of(
                List.of("allow", "all", "disallow", "ulaw"),
                List.of("allow", "ulaw,alaw", "disallow", "all", "allow", "opus,g722", "disallow", "opus"),
                List.of("disallow", "all", "allow", "ulaw,g722,!ulaw", "disallow", "!alaw, g722"))) {
            Section section = section("e", "endpoint", lines.toArray(String[]::new));
            Section back = form.section(form.row(section, new ArrayList<>()).orElseThrow());
            assertThat(EffectiveOptions.of(back, AsteriskVersion.V22))
                    .isEqualTo(EffectiveOptions.of(section, AsteriskVersion.V22));
        }
    }

    @Test
    void empty_is_nothing_where_nothing_is_the_default() {
        assertThat(row("accountcode", "", "context", "x", "send_pai", "Off").values())
                .isEqualTo(Map.of("context", "x", "send_pai", "no"));
        assertThat(problems(section("e", "endpoint", "@x", "")))
                .containsExactly("ps_endpoints [e] @x: is empty, which a row can't say: Asterisk takes the default");
    }

    @Test
    void what_a_file_can_not_say_a_row_does_not_say_either() {
        assertThat(problems(section("e", "endpoint", "context", "a\nb", "accountcode", " x", "a b", "1")))
                .containsExactly(
                        "ps_endpoints [e] context: contains a line break",
                        "ps_endpoints [e] accountcode: begins or ends with a blank, which Asterisk strips",
                        "ps_endpoints [e] a b: the option's name is not made of letters, digits, '_' and '-'");
        assertThat(problems(section("e]", "endpoint", "context", "a")))
                .containsExactly("ps_endpoints [e]]: the name contains ']', which ends the name");
        assertThat(problems(section(";".repeat(7), "endpoint")))
                .containsExactly("ps_endpoints [;;;;;;;]: the name is too long for its column");
        assertThat(problems(section("a", "acl", "deny", "0.0.0.0/0")))
                .containsExactly("no table [a] type: there are no rows for type=acl");
        assertThat(problems(section("a", "aor"))).containsExactly("ps_aors: the table is missing, or its column id");
    }

    @Test
    void a_row_shows_no_values() {
        assertThat(row("context", "hidden").toString()).doesNotContain("hidden").contains("context");
    }
}
