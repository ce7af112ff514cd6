package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Includes are followed from the directory of the file, as Asterisk does. */
class ImportIncludesTest {

    @TempDir
    Path directory;

    private List<String> users(String main) {
        ImportBench.write(directory, "pjsip.conf", main);
        return ImportBench.names(ImportBench.strict().importing().read(directory));
    }

    private void phone(String file, String name) {
        ImportBench.write(directory, file, ImportBench.phone(name));
    }

    @Test
    void relative_and_in_quotes() {
        phone("a.conf", "anna");
        phone("more/b.conf", "bert");

        assertThat(users("#include a.conf\n#include \"more/b.conf\"\n")).containsExactly("user anna", "user bert");
    }

    @Test
    void of_an_included_file_from_the_main_directory() {
        ImportBench.write(directory, "more/a.conf", "#include b.conf\n");
        phone("b.conf", "bert");

        assertThat(users("#include more/a.conf\n")).containsExactly("user bert");
    }

    @Test
    void absolute() {
        phone("elsewhere/a.conf", "anna");

        assertThat(users("#include " + directory.resolve("elsewhere/a.conf") + "\n"))
                .containsExactly("user anna");
    }

    @Test
    void by_wildcards_in_order_without_hidden_files() {
        phone("conf.d/b.conf", "bert");
        phone("conf.d/a.conf", "anna");
        phone("conf.d/.hidden.conf", "hidden");
        phone("conf.d/c.conf.bak", "carl");
        phone("conf.d/sub/d.conf", "dora");

        assertThat(users("#include conf.d/*.conf\n")).containsExactly("user anna", "user bert");
        assertThat(users("#include */sub/?.conf\n")).containsExactly("user dora");
        assertThat(users("#include conf.d/[a].conf\n")).containsExactly("user anna");
        assertThat(users("#include conf.d/.hid*\n")).containsExactly("user hidden");
    }

    @Test
    void tried_only() {
        phone("a.conf", "anna");

        assertThat(users("#tryinclude none.conf\n#tryinclude a.conf\n")).containsExactly("user anna");
    }

    @Test
    void through_links() throws Exception {
        phone("real/a.conf", "anna");
        Files.createSymbolicLink(directory.resolve("link.conf"), directory.resolve("real/a.conf"));
        Files.createSymbolicLink(directory.resolve("linked"), directory.resolve("real"));

        assertThat(users("#include link.conf\n")).containsExactly("user anna");
        assertThat(users("#include linked/*.conf\n")).containsExactly("user anna");
    }

    @Test
    void a_section_goes_on_in_an_included_file() {
        ImportBench.write(directory, "password.inc", "password=" + ImportBench.SECRET + "\n");

        assertThat(users(ImportBench.phone("anna")
                        .replace("password=" + ImportBench.SECRET + "\n", "#include password.inc\n")))
                .containsExactly("user anna");
    }

    @Test
    void places_name_the_included_file() {
        ImportBench.write(directory, "more/a.conf", "\n" + ImportBench.phone("anna"));
        ImportBench.write(directory, "pjsip.conf", "#include more/a.conf\n");

        assertThat(ImportBench.strict()
                        .importing()
                        .read(directory)
                        .users()
                        .get(0)
                        .sections())
                .startsWith(new Location("more/a.conf", 2));
    }

    @Test
    void several_files_each_from_its_own_directory() {
        ImportBench.write(directory, "one/pjsip.conf", "#include x.conf\n");
        ImportBench.write(directory, "two/pjsip.conf", "#include x.conf\n");
        phone("one/x.conf", "anna");
        phone("two/x.conf", "bert");

        assertThat(ImportBench.names(
                        ImportBench.strict().importing().read(directory.resolve("one"), directory.resolve("two"))))
                .containsExactly("user anna", "user bert");
    }
}
