package io.sipwright.template;

import static io.sipwright.template.Loading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON of the wrong type is reported at its place, wherever it stands; nothing is guessed or skipped. */
class TemplateJsonTypeTest {

    private static final String SECTIONS = "'sections':{'aor':{'options':{'max_contacts':'1'}}}";

    /** Members of a template, and the pointer to what is wrong in them. */
    static Stream<Arguments> members() {
        return Stream.of(
                Arguments.of("'displayName':5," + SECTIONS, "/displayName"),
                Arguments.of("'description':['a']," + SECTIONS, "/description"),
                Arguments.of("'version':'1'," + SECTIONS, "/version"),
                Arguments.of("'version':1.5," + SECTIONS, "/version"),
                Arguments.of("'notes':5," + SECTIONS, "/notes"),
                Arguments.of("'notes':['a',5]," + SECTIONS, "/notes"),
                Arguments.of("'abstract':'yes'," + SECTIONS, "/abstract"),
                Arguments.of("'extends':{'a':'b'}," + SECTIONS, "/extends"),
                Arguments.of("'fields':[]," + SECTIONS, "/fields"),
                Arguments.of("'fields':'none'," + SECTIONS, "/fields"),
                Arguments.of("'let':5," + SECTIONS, "/let"),
                Arguments.of("'let':{'a':5}," + SECTIONS, "/let/a"),
                Arguments.of("'provenance':'web'," + SECTIONS, "/provenance"),
                Arguments.of("'provenance':{'checked':5}," + SECTIONS, "/provenance/checked"),
                Arguments.of("'provenance':{'sources':'web'}," + SECTIONS, "/provenance/sources"),
                Arguments.of("'provenance':{'sources':['web']}," + SECTIONS, "/provenance/sources"),
                Arguments.of("'sections':5", "/sections"),
                Arguments.of("'sections':{'aor':'x'}", "/sections/aor"),
                Arguments.of("'sections':{'aor':{'type':5}}", "/sections/aor/type"),
                Arguments.of("'sections':{'aor':{'when':5}}", "/sections/aor/when"),
                Arguments.of("'sections':{'aor':{'each':5}}", "/sections/aor/each"),
                Arguments.of("'sections':{'aor':{'options':[]}}", "/sections/aor/options"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void of_a_member(String members, String pointer) {
        assertThat(problems(Loading.FILE, "{'id':'x','kind':'provider'," + members + "}"))
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(Loading.FILE);
                    assertThat(problem.pointer()).startsWith(pointer);
                    assertThat(problem.message()).startsWith("expected ");
                });
    }

    /** A field, and the pointer to what is wrong in it. */
    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("5", ""),
                Arguments.of("{'label':5}", "/label"),
                Arguments.of("{'type':5}", "/type"),
                Arguments.of("{'help':['a']}", "/help"),
                Arguments.of("{'required':5}", "/required"),
                Arguments.of("{'required':['a']}", "/required"),
                Arguments.of("{'default':5}", "/default"),
                Arguments.of("{'default':true}", "/default"),
                Arguments.of("{'default':{'when':'a'}}", "/default"),
                Arguments.of("{'default':['a',5]}", "/default/1"),
                Arguments.of("{'min':'1'}", "/min"),
                Arguments.of("{'max':1.5}", "/max"),
                Arguments.of("{'type':'choice','choices':['a']}", "/choices"),
                Arguments.of("{'type':'choice','choices':{'a':5}}", "/choices/a"),
                Arguments.of("{'type':'choice','choices':{'a':{'label':5}}}", "/choices/a/label"),
                Arguments.of("{'type':'choice','choices':{'a':{'when':5}}}", "/choices/a/when"),
                Arguments.of("{'type':'choice','choices':{'a':{'set':5}}}", "/choices/a/set"),
                Arguments.of("{'type':'choice','choices':{'a':{'set':{'f':5}}}}", "/choices/a/set/f"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void of_a_field(String field, String pointer) {
        String json = Loading.provider("'f':" + field, "'mailboxes':'${f}'");
        assertThat(problems(Loading.FILE, json)).anySatisfy(problem -> {
            assertThat(problem.pointer()).isEqualTo("/fields/f" + pointer);
            assertThat(problem.message()).startsWith("expected ");
        });
    }

    /** An option, and the pointer to what is wrong in it. */
    static Stream<Arguments> options() {
        return Stream.of(
                Arguments.of("5", ""),
                Arguments.of("true", ""),
                Arguments.of("['1',5]", ""),
                Arguments.of("[]", ""),
                Arguments.of("{'value':5}", "/value"),
                Arguments.of("{'asterisk':5}", "/asterisk"),
                Arguments.of("{'asterisk':{'22':5}}", "/asterisk/22"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void of_an_option(String option, String pointer) {
        String json = Loading.provider("", "'mailboxes':" + option);
        assertThat(problems(Loading.FILE, json)).anySatisfy(problem -> {
            assertThat(problem.pointer()).isEqualTo("/sections/aor/options/mailboxes" + pointer);
            assertThat(problem.message()).startsWith("expected ");
        });
    }
}
