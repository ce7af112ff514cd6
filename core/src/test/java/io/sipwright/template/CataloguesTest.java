package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues with a version of their own. */
class CataloguesTest {

    private static final String HEAD =
            "'catalogue':{'id':'ours','version':'7','date':'2026-11-30','description':'Ours.'}";

    private static String template(String id, String more) {
        return "{'id':'" + id + "','kind':'provider','extends':'custom_ip'" + more + "}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void the_shipped_one_says_which_it_is() {
        TemplateCatalog shipped = TemplateCatalog.shipped();

        assertThat(shipped.sources()).singleElement().satisfies(source -> {
            assertThat(source.id()).isEqualTo("sipwright");
            assertThat(shipped.version()).isEqualTo("sipwright " + source.version());
            assertThat(shipped.providers().values())
                    .as("day of the catalogue, and when sources were read")
                    .allSatisfy(provider ->
                            assertThat(provider.provenance().checked()).isLessThanOrEqualTo(source.date()));
        });
    }

    @Test
    void one_file_overlays_the_shipped_one(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("ours.json"),
                json("{" + HEAD + ",'templates':[" + template("ours", "") + ","
                        + template("telnyx", ",'displayName':'Ours'") + "]}"));

        TemplateCatalog catalog = TemplateCatalog.builder().addFile(file).build();

        assertThat(catalog.version()).isEqualTo(TemplateCatalog.shipped().version() + " + ours 7");
        assertThat(catalog.sources().get(1))
                .isEqualTo(new CatalogSource("ours", "7", "2026-11-30", "Ours.", file.toString()));
        assertThat(catalog.provider("ours")).isPresent();
        assertThat(catalog.provider("telnyx").orElseThrow().displayName()).isEqualTo("Ours");
        assertThat(catalog.provider("twilio")).isPresent();
    }

    @Test
    void a_directory_with_a_head(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("catalogue.json"), json("{" + HEAD + "}"));
        Files.writeString(directory.resolve("a.json"), json(template("a", "")));
        Files.writeString(directory.resolve("template.schema.json"), "{}");

        TemplateCatalog catalog =
                TemplateCatalog.builder().addDirectory(directory).build();

        assertThat(catalog.version()).endsWith(" + ours 7");
        assertThat(catalog.provider("a")).isPresent();
    }

    @Test
    void in_place_of_the_shipped_one() {
        String alone = "{'id':'alone','kind':'provider','sections':{'aor':{'options':{'contact':'sip:a'}}}}";

        TemplateCatalog catalog = TemplateCatalog.emptyBuilder()
                .addJson("c.json", json("{" + HEAD + ",'templates':[" + alone + "]}"))
                .build();

        assertThat(catalog.version()).isEqualTo("ours 7");
        assertThat(catalog.providers()).containsOnlyKeys("alone");
        assertThat(catalog.userTemplates()).isEmpty();
        assertThat(TemplateCatalog.emptyBuilder().build().version()).isEmpty();
    }

    @Test
    void mistakes_are_named_with_their_place_in_the_file_all_at_once() {
        List<TemplateProblem> problems = Loading.problems(
                "c.json",
                "{'catalogue':{'id':'Ours','date':'soon','owner':'we'},'template':[],'templates':[5,"
                        + template("a", ",'fields':{'server':{'type':'hots'}}") + ","
                        + template("a", "") + ",{'id':'b','kind':'provider','extends':'none'}]}");

        assertThat(problems)
                .extracting(TemplateProblem::file, TemplateProblem::pointer)
                .extracting(
                        place -> place.toList().get(0) + "#" + place.toList().get(1))
                .containsExactlyInAnyOrder(
                        "c.json#/template",
                        "c.json#/catalogue/owner",
                        "c.json#/catalogue/id",
                        "c.json#/catalogue/version",
                        "c.json#/catalogue/date",
                        "c.json#/templates/0",
                        "c.json#/templates/1/fields/server/type",
                        "c.json#/templates/2/id",
                        "c.json#/templates/3/extends");
    }

    @Test
    void files_without_a_head_show_by_their_names(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.json"), json(template("mine", "")));

        TemplateCatalog one = TemplateCatalog.builder().addFile(file).build();
        TemplateCatalog all = TemplateCatalog.builder().addDirectory(directory).build();

        assertThat(one.version()).endsWith(" + mine.json");
        assertThat(one.sources().get(1)).isEqualTo(new CatalogSource("mine.json", "", "", "", file.toString()));
        assertThat(all.version()).endsWith(" + " + directory.getFileName());
        assertThat(Loading.catalog("/a/b.json", template("b", "")).version()).endsWith(" + b.json");
    }

    @Test
    void in_one_directory_no_id_stands_twice_and_both_are_checked(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.json"), json(template("mine", ",'version':0")));
        Files.writeString(directory.resolve("b.json"), json(template("mine", ",'notes':5")));

        assertThat(TemplateLinter.lint(directory))
                .extracting(advice -> Path.of(advice.file()).getFileName() + "#" + advice.pointer())
                .containsExactlyInAnyOrder("b.json#/id", "a.json#/version", "b.json#/notes");
    }

    @Test
    void of_one_catalogue_there_is_one_version() {
        String newer = "{" + HEAD.replace("'7'", "'8'") + ",'templates':[" + template("b", "") + "]}";

        Loading.assertProblem(
                Loading.problems("a.json", "{" + HEAD + ",'templates':[" + template("a", "") + "]}", "b.json", newer),
                "b.json",
                "/catalogue/id",
                "expected another id than that of the catalogue ours 7 in a.json");
    }

    @Test
    void templates_for_inheriting_are_known_by_name() {
        assertThat(TemplateCatalog.shipped().abstractIds())
                .contains("credential-trunk", "sip-user")
                .doesNotContain("telnyx");
    }

    @Test
    void a_place_in_a_template_of_a_catalogue() {
        Loading.assertProblem(
                Loading.problems(
                        "c.json",
                        "{" + HEAD + ",'templates':[" + template("a", "") + ","
                                + template("b", ",'fields':{'server':{'type':'hots'}}") + "]}"),
                "c.json",
                "/templates/1/fields/server/type",
                "expected one of");
    }

    @Test
    void a_file_that_is_not_utf_8(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("a.json"), new byte[] {'{', (byte) 0xff, '}'});

        TemplateException refused = catchThrowableOfType(
                TemplateException.class,
                () -> TemplateCatalog.emptyBuilder().addDirectory(directory).build());

        assertThat(refused.problems())
                .containsExactly(new TemplateProblem(
                        file.toString(),
                        "",
                        "expected text in UTF-8; line 1, column 2 is not: save the file as UTF-8"));
    }
}
