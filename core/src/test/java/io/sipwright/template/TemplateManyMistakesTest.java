package io.sipwright.template;

import static io.sipwright.template.Loading.assertProblem;
import static io.sipwright.template.Loading.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All mistakes come back at once. */
class TemplateManyMistakesTest {

    private static final String TEN = """
            {
              'id': 'X',
              'kind': 'provider',
              'version': 'one',
              'titel': 'a',
              'provenance': { 'evidence': 'guessed' },
              'fields': {
                'server': { 'type': 'hots' },
                'port': { 'type': 'port', 'default': '0' },
                'did': { 'type': 'e164' }
              },
              'sections': {
                'aor': {
                  'when': 'a b',
                  'options': {
                    'contat': 'sip:${server}:${port}',
                    'max_contacts': 'many',
                    'mailboxes': '${mailbox}'
                  }
                }
              }
            }
            """;

    @Test
    void of_one_template() {
        List<TemplateProblem> problems = problems("ten.json", TEN);

        assertProblem(problems, "ten.json", "/id", "lower-case");
        assertProblem(problems, "ten.json", "/version", "whole number");
        assertProblem(problems, "ten.json", "/titel", "expected one of");
        assertProblem(problems, "ten.json", "/provenance/evidence", "documented");
        assertProblem(problems, "ten.json", "/fields/server/type", "host");
        assertProblem(problems, "ten.json", "/fields/port/default", "expected a port");
        assertProblem(problems, "ten.json", "/fields/did", "expected a use");
        assertProblem(problems, "ten.json", "/sections/aor/when", "expected 'field'");
        assertProblem(problems, "ten.json", "/sections/aor/options/contat", "'contact'");
        assertProblem(problems, "ten.json", "/sections/aor/options/max_contacts", "whole number");
        assertProblem(problems, "ten.json", "/sections/aor/options/mailboxes", "'mailbox'");
        assertThat(problems).hasSize(11);
    }

    @Test
    void of_several_files() {
        List<TemplateProblem> problems = problems("a.json", "{", "b.json", "[]", "ten.json", TEN);

        assertThat(problems).extracting(TemplateProblem::file).contains("a.json", "b.json", "ten.json");
    }

    @Test
    void the_message_lists_each_with_file_and_pointer() {
        assertThatThrownBy(() -> Loading.catalog("a.json", "{", "b.json", "[]"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("a.json#: expected JSON")
                .hasMessageContaining("b.json#: expected a JSON object");
    }
}
