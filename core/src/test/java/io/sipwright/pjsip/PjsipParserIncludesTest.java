package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.pjsip.IncludeResolver.Included;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code #include} and its kin. */
class PjsipParserIncludesTest {

    private static final Map<String, String> FILES = Map.of(
            "f", "b=2\n[f]\nc=3\n", "o", "d=4\n", "broken", "[f]\n\n[g\n", "open", ";--\n", "t", "[t](!)\na=9\n");

    @ParameterizedTest
    @ValueSource(
            strings = {"#include f", " #INCLUDE \"f\" ", "#include <f>", "#tryinclude f", "#TryInclude\tf ; comment"})
    void an_included_file_goes_on_in_the_open_section(String line) {
        assertThat(listing("[x]\na=1\n" + line + "\nd=4\n")).containsExactly("[x]", "a=1", "b=2", "d=4", "[f]", "c=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"f", "<f\"", "f\"", "f>", "a b"})
    void other_quotes_and_blanks_belong_to_the_name(String name) {
        List<String> asked = new ArrayList<>();
        PjsipParser.withIncludes(asking -> {
                    asked.add(asking);
                    return List.of();
                })
                .parse("p", "#tryinclude " + name + "\n");

        assertThat(asked).containsExactly(name);
    }

    /** After an include Asterisk's current section is the last one that was opened anywhere. */
    @Test
    void a_second_include_goes_on_in_the_section_opened_last() {
        assertThat(listing("[x]\n#include f\n#include o\ne=5\n"))
                .containsExactly("[x]", "b=2", "e=5", "[f]", "c=3", "d=4");
    }

    @Test
    void files_of_one_include_are_read_as_one() {
        IncludeResolver glob = name -> List.of(file("1", "[f]\nb=2\n"), file("2", "c=3\n"));
        ParsedPjsip parsed = PjsipParser.withIncludes(glob).parse("p", "[x]\n#include *\nd=4\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[x]", "d=4", "[f]", "b=2", "c=3");
    }

    @Test
    void templates_of_an_included_file_can_be_used() {
        assertThat(listing("#include t\n[x](t)\n")).containsExactly("[x]", "a=9");
    }

    @Test
    void a_missing_file_is_an_error_unless_it_was_only_tried() {
        assertThatThrownBy(() -> parse("[x]\n#include nope\n"))
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessageStartingWith("p:2: expected ");
        assertThatThrownBy(() -> Parsing.parse("#include f\n")).isInstanceOf(PjsipSyntaxException.class);
        assertThat(parse("[x]\n#tryinclude nope\na=1\n").warnings()).isEmpty();
    }

    @Test
    void an_error_is_placed_in_the_included_file() {
        assertThatThrownBy(() -> parse("\n\n\n#include broken\n")).hasMessageStartingWith("broken:3: expected ");
        assertThatThrownBy(() -> parse("\n\n#include open\n[x]\n")).hasMessageStartingWith("open:1: expected ");
        assertThat(parse("[x]\n#include f\n").locations()).hasToString("[p:1, f:2]");
    }

    @Test
    void ten_levels_of_includes_are_read_and_no_more() {
        assertThat(PjsipParser.withIncludes(chain(10))
                        .parse("0", "#include 1\n")
                        .document()
                        .sections())
                .hasSize(1);
        assertThatThrownBy(() -> PjsipParser.withIncludes(chain(11)).parse("0", "#include 1\n"))
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessageStartingWith("10:1: expected ");
    }

    @Test
    void a_file_that_includes_itself_is_an_error() {
        IncludeResolver self = name -> List.of(file(name, "#include self\n"));

        assertThatThrownBy(() -> PjsipParser.withIncludes(self).parse("self", "#include self\n"))
                .isInstanceOf(PjsipSyntaxException.class);
    }

    @Test
    void a_file_that_cannot_be_read_is_an_error() {
        IncludeResolver failing = name -> {
            throw new IOException("canary");
        };

        assertThatThrownBy(() -> PjsipParser.withIncludes(failing).parse("p", "[x]\n#include f\n"))
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessageStartingWith("p:2: expected ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#exec /bin/true", "#EXEC \"/bin/true\"", "#exec"})
    void exec_is_never_executed_nor_asked_for(String line) {
        IncludeResolver never = name -> {
            throw new AssertionError("asked for " + name);
        };
        ParsedPjsip parsed = PjsipParser.withIncludes(never).parse("p", "[x]\n" + line + "\na=1\n");

        assertThat(Parsing.listing(parsed)).containsExactly("[x]", "a=1");
        assertThat(parsed.warnings()).hasSize(1);
    }

    private static IncludeResolver chain(int last) {
        return name -> {
            int level = Integer.parseInt(name);
            return List.of(file(name, level == last ? "[end]\n" : "#include " + (level + 1) + "\n"));
        };
    }

    private static Included file(String name, String text) {
        return new Included(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedPjsip parse(String text) {
        IncludeResolver files = name -> FILES.containsKey(name) ? List.of(file(name, FILES.get(name))) : List.of();
        return PjsipParser.withIncludes(files).parse("p", text);
    }

    private static List<String> listing(String text) {
        return Parsing.listing(parse(text));
    }
}
