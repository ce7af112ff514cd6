package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Laws of inheritance, over options of one section; the empty value stands for null. */
class InheritancePropertyTest {

    private static final String FIXED = "'support_path':'yes'";

    @Property
    void a_child_that_says_nothing_is_its_parent(@ForAll("options") Map<String, String> parent) {
        assertThat(filled(template("x", "p", Map.of()), base("p", parent)))
                .isEqualTo(filled(template("x", "", parent)));
    }

    @Property
    void the_later_wins_in_the_place_of_the_earlier(
            @ForAll("options") Map<String, String> one,
            @ForAll("options") Map<String, String> two,
            @ForAll("options") Map<String, String> own) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Map<String, String> layer : List.of(one, two, own)) {
            layer.forEach((name, value) -> {
                if (value.isEmpty()) {
                    expected.remove(name);
                } else {
                    expected.put(name, value); // in place, as LinkedHashMap does
                }
            });
        }

        assertThat(filled(template("x", "p','q", own), base("p", one), base("q", two)))
                .containsExactlyElementsOf(lines(expected));
    }

    @Property
    void two_parents_in_a_row_are_two_parents_in_a_list(
            @ForAll("options") Map<String, String> one,
            @ForAll("options") Map<String, String> two,
            @ForAll("options") Map<String, String> own) {
        String chained = "{'id':'q','kind':'provider','abstract':true,'extends':'p','sections':{'aor':{'options':{"
                + json(two) + "}}}}";

        assertThat(filled(template("x", "q", own), base("p", one), chained))
                .isEqualTo(filled(template("x", "p','q", own), base("p", one), base("q", two)));
    }

    /** Without the shipped templates, which take their time to load; the first JSON is the one filled. */
    private static List<String> filled(String... jsons) {
        Map<String, TemplateFile> files = new LinkedHashMap<>();
        List<TemplateProblem> problems = new ArrayList<>();
        for (String json : jsons) {
            TemplateFile file = new TemplateFile(
                    "f", "", (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"')), 1, null);
            files.put(file.id(), file);
        }
        Inheritance.Merged merged = new Inheritance(files, problems)
                .merge(Objects.requireNonNull(files.get("x")))
                .orElseThrow();
        TemplateReader reader = new TemplateReader(merged);
        Template template = reader.read().orElseThrow();
        assertThat(problems).isEmpty();
        assertThat(reader.findings())
                .allSatisfy(finding ->
                        assertThat(finding.message()).startsWith("null takes away what is inherited, and no "));
        return Filled.of("t").lines(template).stream()
                .filter(line -> line.contains("=") && !line.startsWith("type=") && !line.startsWith("support_path"))
                .toList();
    }

    private static String base(String id, Map<String, String> options) {
        return "{'id':'" + id + "','kind':'provider','abstract':true,'sections':{'aor':{'options':{" + FIXED
                + comma(options) + "}}}}";
    }

    private static String template(String id, String parents, Map<String, String> options) {
        String extended = parents.isEmpty() ? "" : "'extends':['" + parents + "'],";
        return "{'id':'" + id + "','kind':'provider'," + extended + "'sections':{'aor':{'options':{" + FIXED
                + comma(options) + "}}}}";
    }

    private static String comma(Map<String, String> options) {
        return options.isEmpty() ? "" : "," + json(options);
    }

    private static String json(Map<String, String> options) {
        return options.entrySet().stream()
                .map(e -> "'" + e.getKey() + "':" + (e.getValue().isEmpty() ? "null" : "'" + e.getValue() + "'"))
                .collect(Collectors.joining(","));
    }

    private static List<String> lines(Map<String, String> options) {
        return options.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
    }

    @Provide
    Arbitrary<Map<String, String>> options() {
        return Arbitraries.maps(
                        Arbitraries.of("max_contacts", "qualify_frequency", "minimum_expiration", "default_expiration"),
                        Arbitraries.of("1", "2", "3", ""))
                .ofMaxSize(4)
                .map(LinkedHashMap::new);
    }
}
