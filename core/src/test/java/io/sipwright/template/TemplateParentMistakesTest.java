package io.sipwright.template;

import static io.sipwright.template.Loading.assertProblem;
import static io.sipwright.template.Loading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes that come from or with a parent. */
class TemplateParentMistakesTest {

    private static String child(String id, String parents) {
        return "{'id':'" + id + "','kind':'provider','extends':" + parents + "}";
    }

    @Test
    void missing_parent() {
        assertProblem(
                child("x", "'credential-trnk'"),
                "/extends",
                "there is no 'credential-trnk'",
                "did you mean 'credential-trunk'?");
    }

    @Test
    void several_missing_parents_are_all_reported() {
        assertThat(problems(Loading.FILE, child("x", "['one','two']")))
                .extracting(TemplateProblem::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("'one'"),
                        message -> assertThat(message).contains("'two'"));
    }

    @Test
    void cycle_of_parents() {
        List<TemplateProblem> problems =
                problems("a.json", child("aa", "'bb'"), "b.json", child("bb", "'cc'"), "c.json", child("cc", "'aa'"));

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.pointer()).isEqualTo("/extends");
            assertThat(problem.message()).startsWith("expected no cycle: ");
        });
        assertThat(problems.get(0))
                .hasToString("a.json#/extends: expected no cycle: aa extends bb extends cc extends aa");
    }

    @Test
    void template_that_extends_itself() {
        assertProblem(child("x", "'x'"), "/extends", "expected no cycle: x extends x");
    }

    @Test
    void a_mistake_in_a_parent_is_reported_with_its_file_and_once() {
        String parent = "{'id':'base','kind':'provider','abstract':true,"
                + "'sections':{'aor':{'options':{'contat':'sip:example.com'}}}}";

        List<TemplateProblem> problems =
                problems("one.json", child("one", "'base'"), "base.json", parent, "two.json", child("two", "'base'"));

        assertThat(problems).hasSize(1);
        assertProblem(problems, "base.json", "/sections/aor/options/contat", "did you mean 'contact'?");
    }

    @Test
    void a_childs_own_option_is_reported_with_its_own_file() {
        String parent = "{'id':'base','kind':'provider','abstract':true,"
                + "'sections':{'aor':{'options':{'max_contacts':'1'}}}}";
        String child = "{'id':'x','kind':'provider','extends':'base',"
                + "'sections':{'aor':{'options':{'max_contacts':'many'}}}}";

        List<TemplateProblem> problems = problems("base.json", parent, Loading.FILE, child);

        assertThat(problems).hasSize(1);
        assertProblem(problems, Loading.FILE, "/sections/aor/options/max_contacts", "expected a whole number");
    }

    @Test
    void one_parent_of_two_is_the_one_reported() {
        String good = "{'id':'good','kind':'provider','abstract':true,"
                + "'sections':{'aor':{'options':{'max_contacts':'1'}}}}";
        String bad = "{'id':'bad','kind':'provider','abstract':true,"
                + "'sections':{'aor':{'options':{'remove_existing':'maybe'}}}}";

        List<TemplateProblem> problems =
                problems("good.json", good, "bad.json", bad, Loading.FILE, child("x", "['bad','good']"));

        assertThat(problems).hasSize(1);
        assertProblem(problems, "bad.json", "/sections/aor/options/remove_existing", "expected yes or no");
    }
}
