package io.sipwright.template;

import static io.sipwright.template.Loading.assertProblem;
import static io.sipwright.template.Loading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no template. */
class TemplateFileMistakesTest {

    private static final String SECTIONS = "'sections':{'aor':{'options':{'max_contacts':'1'}}}";

    @Test
    void bad_json_with_line_and_column() {
        assertProblem("{\n  'id': 'x',\n  'kind' 'provider'\n}", "", "expected JSON", "line 3", "column 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'id':'x'", "{'id':'x',}", "not json", "{'id':'\u0001'}"})
    void text_that_is_no_json(String text) {
        assertProblem(text, "", "expected ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':'x'}{'id':'y'}", "{'id':'x','kind':'provider'," + SECTIONS + "} trailing"})
    void text_after_the_object(String text) {
        assertProblem(text, "", "expected JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|the file is empty",
                "` \n`|the file is empty",
                "[{}]|several templates stand in {\"catalogue\"",
                "{|the text ends too early",
                "{'id':'x'|the text ends too early",
                "{'id':'x',}|there is a comma before '}'",
                "{'notes':['x',]}|there is a comma before ']'",
                "{'id':'x' 'kind':'user'}|a comma or a closing bracket is missing",
                "{'id' 'x'}|a colon is missing",
                "{id:'x'}|a key must stand in double quotes",
                "{'id':x}|expected a text in double quotes",
                "{'id':'x'} // mine|JSON has no comments",
                "{/* mine */'id':'x'}|JSON has no comments",
                "{'id':'x'}}|a bracket closes nothing",
                "{'id':'x','id':'x'}|'id' stands twice"
            })
    void in_plain_words(String text, String words) {
        assertThat(problems(Loading.FILE, text))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains(words)
                        .doesNotContain("Source", "REDACTED", "ALLOW_", "code "));
    }

    @Test
    void nested_so_deeply_that_it_is_no_template() {
        assertProblem("{'id':" + "[".repeat(5000), "", "nested too deeply");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(Loading.load("\ufeff{'id':'x','kind':'provider','extends':'custom_ip'}")
                        .id())
                .isEqualTo("x");
    }

    @Test
    void key_that_stands_twice() {
        assertProblem("{'id':'x','id':'y'}", "", "expected JSON", "uplicate", "id", "line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "'text'", "null", "true"})
    void json_that_is_no_object(String text) {
        assertProblem(text, "", "expected a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "1x", "x y", "x.json", "é"})
    void bad_id(String id) {
        assertProblem("{'id':'" + id + "','kind':'provider'," + SECTIONS + "}", "/id", "expected lower-case letters");
    }

    @Test
    void id_that_is_too_long_or_absent() {
        assertProblem("{'id':'" + "x".repeat(51) + "','kind':'provider'," + SECTIONS + "}", "/id", "at most 50");
        assertProblem("{'kind':'provider'," + SECTIONS + "}", "/id", "expected lower-case letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'kind':'trunk',", "'kind':'',", "'kind':'Provider',", ""})
    void bad_kind(String kind) {
        assertProblem("{'id':'x'," + kind + SECTIONS + "}", "/kind", "expected provider or user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guessed", "Loaded", ""})
    void bad_evidence(String evidence) {
        assertProblem(
                "{'id':'x','kind':'provider','provenance':{'evidence':'" + evidence + "'}," + SECTIONS + "}",
                "/provenance/evidence",
                "expected documented, loaded or called");
    }

    @ParameterizedTest
    @CsvSource({
        "'',feilds,fields",
        "provenance,sorces,sources",
        "fields/f,lbel,label",
        "sections/aor,opitons,options",
        "sections/aor/options/max_contacts,valu,value"
    })
    void unknown_key(String place, String key, String meant) {
        String unknown = "'" + key + "':'a'";
        String json = switch (place) {
            case "" -> "{'id':'x','kind':'provider'," + unknown + "," + SECTIONS + "}";
            case "provenance" -> "{'id':'x','kind':'provider','provenance':{" + unknown + "}," + SECTIONS + "}";
            case "fields/f" -> Loading.provider("'f':{" + unknown + "}", "'mailboxes':'${f}'");
            case "sections/aor" -> "{'id':'x','kind':'provider','sections':{'aor':{" + unknown + "}}}";
            default -> Loading.provider("", "'max_contacts':{'value':'1'," + unknown + "}");
        };
        assertProblem(
                json, (place.isEmpty() ? "" : "/" + place) + "/" + key, "expected one of", "did you mean '" + meant);
    }

    @Test
    void display_name_that_cannot_stand_in_the_comment_of_a_file() {
        for (String name : List.of("a\\nb", "a\\u0000b", " a", "x".repeat(8190))) {
            assertProblem(
                    "{'id':'x','kind':'user','displayName':'" + name + "','sections':{'aor':{}}}",
                    "/displayName",
                    "expected ");
        }
    }

    @Test
    void role_that_is_no_name() {
        assertThat(problems(Loading.FILE, "{'id':'x','kind':'provider','sections':{'Aor 1':{}}}"))
                .anySatisfy(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/sections/Aor 1");
                    assertThat(problem.message()).contains("lower-case");
                });
    }

    @Test
    void the_exception_says_all_of_it_in_one_message() {
        assertThat(problems(Loading.FILE, "{'id':'x'," + SECTIONS + "}"))
                .singleElement()
                .hasToString("x.json#/kind: is required: expected provider or user");
    }
}
