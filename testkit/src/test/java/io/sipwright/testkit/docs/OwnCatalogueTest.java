package io.sipwright.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chapter "A catalogue of one's own" of the guide, done as it says. */
class OwnCatalogueTest {

    private static final String PASSWORD = "Vk7#qLw2-Zr9xTm4";
    private static final String CHAPTER = Guide.chapter(Guide.read("templates.md"), "## A catalogue of one's own");

    @TempDir
    Path directory;

    private Path catalogue;

    @BeforeEach
    void the_file() throws Exception {
        List<String> json = Guide.blocks(CHAPTER, "json");
        assertThat(json).hasSize(1);
        catalogue = Files.writeString(directory.resolve("acme-catalogue.json"), json.get(0));
    }

    private Class<?> java(int number, String name) throws Exception {
        List<String> blocks = Guide.blocks(CHAPTER, "java");
        assertThat(blocks).hasSize(2);
        return Guide.compiled(directory, name, blocks.get(number));
    }

    @Test
    void its_test_passes() throws Exception {
        String before = System.setProperty("acme.catalogue", catalogue.toString());
        try {
            Class<?> test = java(0, "NorthernVoiceTest");
            Constructor<?> constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            List<Method> methods = Arrays.stream(test.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .toList();
            assertThat(methods).hasSize(2);
            for (Method method : methods) {
                method.setAccessible(true);
                method.invoke(constructor.newInstance());
            }
        } finally {
            if (before == null) {
                System.clearProperty("acme.catalogue");
            } else {
                System.setProperty("acme.catalogue", before);
            }
        }
    }

    @Test
    void its_program_provisions_a_trunk() throws Exception {
        Method provision = java(1, "Provisioning").getDeclaredMethod("provision", Path.class, Path.class, String.class);
        provision.setAccessible(true);
        Path asterisk = Files.createDirectory(directory.resolve("asterisk"));

        provision.invoke(null, catalogue, asterisk, PASSWORD);

        assertThat(Files.readString(asterisk.resolve("pjsip_trunks.conf")))
                .contains("[main-endpoint]", "from_user=account", "oslo.northern.example", "match=192.0.2.0/28")
                .contains("rtp_timeout=60");
    }

    @Test
    void mistakes_are_answered_as_it_says() throws Exception {
        Files.writeString(
                catalogue,
                Files.readString(catalogue)
                        .replace("\"type\": \"choice\"", "\"type\": \"choise\"")
                        .replace("rtp_timeout", "rtp_timout"));

        assertThatThrownBy(() -> TemplateCatalog.builder().addFile(catalogue).build())
                .isInstanceOf(TemplateException.class)
                .hasMessageContainingAll(
                        "Templates can't be used:\n  ",
                        catalogue + "#/templates/0/fields/site/type: expected one of text, host, ",
                        catalogue
                                + "#/templates/0/sections/endpoint/options/rtp_timout: is no option of type=endpoint; "
                                + "did you mean 'rtp_timeout'?");
    }
}
