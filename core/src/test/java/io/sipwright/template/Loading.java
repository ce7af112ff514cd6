package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/** Short ways to load templates in tests; JSON is written with ' for ". */
final class Loading {

    static final String FILE = "x.json";

    private Loading() {}

    /** A provider {@code x} with these fields and these options of its aor. */
    static String provider(String fields, String options) {
        return "{'id':'x','kind':'provider','fields':{" + fields + "},'sections':{'aor':{'options':{" + options
                + "}}}}";
    }

    /** The catalogue with some templates: file, JSON, file, JSON, … */
    static TemplateCatalog catalog(String... filesAndJson) {
        TemplateCatalog.Builder builder = TemplateCatalog.builder();
        for (int i = 0; i < filesAndJson.length; i += 2) {
            builder.addJson(filesAndJson[i], filesAndJson[i + 1].replace('\'', '"'));
        }
        return builder.build();
    }

    /** The one provider {@code x} of a JSON text. */
    static ProviderTemplate load(String json) {
        return catalog(FILE, json).provider("x").orElseThrow();
    }

    /** All that is wrong with some templates: file, JSON, file, JSON, … */
    static List<TemplateProblem> problems(String... filesAndJson) {
        TemplateException refused = catchThrowableOfType(TemplateException.class, () -> catalog(filesAndJson));
        assertThat(refused).as("the templates were accepted").isNotNull();
        return refused.problems();
    }

    /** Exactly one thing is wrong with a template, at that place, and the message says so. */
    static void assertProblem(String json, String pointer, String... messageParts) {
        List<TemplateProblem> problems = problems(FILE, json);
        assertThat(problems).hasSize(1);
        assertProblem(problems, FILE, pointer, messageParts);
    }

    /** There is one problem at that place, and the message says what was expected. */
    static void assertProblem(List<TemplateProblem> problems, String file, String pointer, String... messageParts) {
        List<TemplateProblem> there = problems.stream()
                .filter(problem ->
                        problem.file().equals(file) && problem.pointer().equals(pointer))
                .toList();
        assertThat(there).as("%s#%s among %s", file, pointer, problems).hasSize(1);
        assertThat(there.get(0).message()).contains(messageParts);
    }
}
