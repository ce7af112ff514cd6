package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.error.SipwrightException;
import io.sipwright.pjsip.PjsipSyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be imported is refused with its place, as a whole. */
class ImportRefusalTest {

    private static final String GOOD = ImportBench.phone("anna");

    @TempDir
    Path directory;

    private final ImportBench bench = ImportBench.strict();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[bert                       | pjsip.conf:12: expected ']' after the name of the section",
                "[bert](phone                | pjsip.conf:12: expected ')' after the templates of section [bert]",
                "[bert](phone)               | pjsip.conf:12: expected a section or template [phone] before this line",
                "[bert](+)                   | pjsip.conf:12: expected an earlier section [bert] to append to",
                ";-- open                    | pjsip.conf:12: expected '--;' to close the block comment",
                "#include nowhere.conf       | pjsip.conf:12: expected a file to include; there is none of that name",
                "[anna]%ntype=aor            | pjsip.conf:12: aor [anna] stands twice, first at pjsip.conf:9; Asterisk then refuses every aor",
            })
    void the_place_of_a_mistake(String line, String message) {
        String text = GOOD + line.formatted() + "\n";
        assertThatThrownBy(() -> bench.read(text))
                .isInstanceOf(SipwrightException.class)
                .hasMessageStartingWith(message);
        assertThat(bench.isEmpty()).isTrue();
    }

    @Test
    void an_option_before_all_sections() {
        assertThatThrownBy(() -> bench.read("a=b\n" + GOOD))
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessage("pjsip.conf:1: expected a section header before the first option");
    }

    @Test
    void a_mistake_in_an_included_file() {
        ImportBench.write(directory, "pjsip.conf", GOOD + "#include more.conf\n");
        ImportBench.write(directory, "more.conf", "\n\n[bert\n");

        assertThatThrownBy(() -> bench.importing().read(directory))
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessageStartingWith("more.conf:3: ");
    }

    @Test
    void the_same_section_in_two_files() {
        Path users = ImportBench.write(directory, "pjsip_users.conf", GOOD);
        Path trunks = ImportBench.write(directory, "pjsip_trunks.conf", "\n" + GOOD);

        assertThatThrownBy(() -> bench.importing().read(users, trunks))
                .isInstanceOf(ImportException.class)
                .hasMessage("pjsip_trunks.conf:2: endpoint [anna] stands twice, first at pjsip_users.conf:1;"
                        + " Asterisk then refuses every endpoint");
    }

    @Test
    void includes_that_include_themselves() {
        ImportBench.write(directory, "pjsip.conf", "#include pjsip.conf\n");

        assertThatThrownBy(() -> bench.importing().read(directory))
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessage("pjsip.conf:1: expected at most 10 levels of includes");
    }

    @Test
    void includes_that_multiply() {
        ImportBench.write(directory, "pjsip.conf", "#include *.conf\n".repeat(20));

        assertThatThrownBy(() -> bench.importing().maxBytes(100_000).read(directory))
                .isInstanceOf(SipwrightException.class);
    }

    @Test
    void no_file_there() {
        Path file = directory.resolve("none.conf");

        assertThatThrownBy(() -> bench.importing().read(file))
                .isInstanceOf(ImportException.class)
                .hasMessage("Can't read " + file);
    }

    @Test
    void a_directory_without_the_files() {
        ImportBench.write(directory, "sip.conf", GOOD);

        assertThatThrownBy(() -> bench.importing().read(directory))
                .isInstanceOf(ImportException.class)
                .hasMessage("There is neither pjsip.conf nor pjsip_wizard.conf in " + directory);
    }

    @Test
    void more_than_the_limit() {
        ImportBench.write(directory, "pjsip.conf", GOOD + "#include more.conf\n");
        ImportBench.write(directory, "more.conf", ImportBench.phone("bert"));
        long size = 2L * GOOD.length() + "#include more.conf\n".length();

        assertThat(ImportBench.names(bench.importing().maxBytes(size).read(directory)))
                .hasSize(2);
        assertThatThrownBy(() -> bench.importing().maxBytes(size - 1).read(directory))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("PjsipImport.maxBytes");
        assertThatThrownBy(() -> bench.importing().maxBytes(10).read("pjsip.conf", GOOD))
                .isInstanceOf(ImportException.class);
    }

    @Test
    void what_is_no_text() throws Exception {
        byte[] bytes = new byte[5_000];
        new java.util.Random(1).nextBytes(bytes);
        Path file = Files.write(directory.resolve("pjsip.conf"), bytes);

        assertThatThrownBy(() -> bench.importing().read(file))
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessageMatching("pjsip.conf:\\d+: expected .*");
    }

    @Test
    void nothing_is_executed() {
        Path witness = directory.resolve("executed");
        ImportBench.write(directory, "pjsip.conf", "#exec \"/usr/bin/touch " + witness + "\"\n" + GOOD);

        PjsipImportPreview preview = bench.importing().read(directory);

        assertThat(witness).doesNotExist();
        assertThat(preview.remarks()).containsExactly("pjsip.conf:1: #exec is never executed");
        assertThat(ImportBench.names(preview)).containsExactly("user anna");
    }

    @Test
    void an_empty_file() throws Exception {
        Path file = Files.write(directory.resolve("pjsip.conf"), "".getBytes(StandardCharsets.UTF_8));

        assertThat(bench.importing().read(file).toString()).isEqualTo("Trunks: 0\nUsers: 0\n");
    }
}
