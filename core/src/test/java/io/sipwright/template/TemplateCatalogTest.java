package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where templates come from. */
class TemplateCatalogTest {

    private static final String OURS = "{\"id\":\"ours\",\"kind\":\"provider\",\"extends\":\"custom_ip\","
            + "\"displayName\":\"Ours\",\"fields\":{\"server\":{\"default\":\"sip.ours.example\"}}}";

    @Test
    void a_directory(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("b.json"), OURS);
        Files.writeString(directory.resolve("A.JSON"), OURS.replace("ours", "other"));
        Files.writeString(directory.resolve("readme.txt"), "not a template");

        TemplateCatalog catalog =
                TemplateCatalog.builder().addDirectory(directory).build();

        assertThat(catalog.providers()).containsKeys("ours", "other");
    }

    @Test
    void a_directory_with_a_mistake_names_the_file(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "{");

        assertThatThrownBy(
                        () -> TemplateCatalog.builder().addDirectory(directory).build())
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void what_can_not_be_read_is_said_all_at_once(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), OURS);
        Path none = directory.resolve("none");
        Path empty = Files.createDirectories(directory.resolve("empty/a.json")).getParent();

        TemplateCatalog.Builder builder = TemplateCatalog.builder()
                .addFile(none)
                .addFile(directory)
                .addDirectory(none)
                .addDirectory(file)
                .addDirectory(empty)
                .addJson("head.json", "{\"catalogue\":{\"id\":\"head\",\"version\":\"1\"}}");

        assertThat(catchThrowableOfType(TemplateException.class, builder::build).problems())
                .allSatisfy(problem -> assertThat(problem.pointer()).isEmpty())
                .extracting(problem -> problem.file() + ": " + problem.message().split("; a relative")[0])
                .containsExactly(
                        none + ": there is no such file",
                        directory + ": expected a file; this is a directory, which addDirectory takes",
                        none + ": there is no such directory",
                        file + ": expected a directory; this is a file, which addFile takes",
                        empty + ": expected at least one file *.json; directories in it don't count",
                        "head.json: expected at least one template");
        assertThat(TemplateLinter.lint(none))
                .singleElement()
                .satisfies(advice -> assertThat(advice.code()).isEqualTo(TemplateLinter.LOADING));
    }

    @Test
    void the_classpath() {
        TemplateCatalog catalog = TemplateCatalog.builder()
                .addResource(getClass(), "/io/sipwright/template/ours.json")
                .build();

        assertThat(catalog.provider("ours_too")).isPresent();
        assertThatThrownBy(() -> TemplateCatalog.builder().addResource(getClass(), "/none.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/none.json");
    }

    @Test
    void a_template_takes_the_place_of_a_shipped_one() {
        TemplateCatalog catalog = TemplateCatalog.builder()
                .addJson("telnyx.json", OURS.replace("\"ours\"", "\"telnyx\""))
                .build();

        assertThat(catalog.provider("telnyx").orElseThrow().displayName()).isEqualTo("Ours");
        assertThat(catalog.providers()).hasSameSizeAs(TemplateCatalog.shipped().providers());
    }

    @Test
    void a_shipped_base_that_is_replaced_changes_its_children() {
        TemplateCatalog catalog = TemplateCatalog.builder()
                .addJson(
                        "more.json",
                        "{\"id\":\"ip-trunk\",\"kind\":\"provider\",\"abstract\":true,\"extends\":\"credential-trunk\","
                                + "\"sections\":{\"endpoint\":{\"options\":{\"language\":\"de\"}}}}")
                .build();

        assertThat(Filled.of("t")
                        .with("server", "s")
                        .lines(catalog.provider("custom_ip").orElseThrow()))
                .contains("language=de");
    }

    @Test
    void it_does_not_change() {
        TemplateCatalog catalog = TemplateCatalog.shipped();

        assertThatThrownBy(() -> catalog.providers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> catalog.userTemplates().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(catalog.provider("nobody")).isEmpty();
        assertThat(catalog.userTemplate("telnyx")).isEmpty();
    }

    @Test
    void a_catalogue_of_some_templates_has_these_alone() {
        TemplateCatalog shipped = TemplateCatalog.shipped();
        TemplateCatalog some = TemplateCatalog.of(
                shipped.provider("telnyx").orElseThrow(),
                shipped.userTemplate("basic_user").orElseThrow());

        assertThat(some.providers()).containsOnlyKeys("telnyx");
        assertThat(some.userTemplates()).containsOnlyKeys("basic_user");
    }
}
