package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caller ID of a SIP user. */
class CallerTest {

    private static final UserTemplate BASIC =
            TemplateCatalog.shipped().userTemplate("basic_user").orElseThrow();
    private static final Filled ALICE =
            Filled.of("alice").with("extension", "1001").with("secret", "s");

    @Test
    void is_the_extension_when_there_is_no_name() {
        assertThat(ALICE.lines(BASIC)).contains("callerid=\"1001\" <1001>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Alice|Alice",
                "Al\"ice|Al\\\"ice",
                "C:\\dir|C:\\\\dir",
                "\\|\\\\",
                "\"|\\\"",
                "\\\"|\\\\\\\"",
                "a <1002>|a <1002>",
                "a;b|a;b",
                "${extension}|${extension}",
                "Zoë 田中|Zoë 田中"
            })
    void escapes_quotes_and_backslashes_of_a_name(String name, String written) {
        assertThat(ALICE.with("display_name", name).lines(BASIC)).contains("callerid=\"" + written + "\" <1001>");
    }

    @Test
    void is_taken_as_it_is_where_it_is_given() {
        assertThat(ALICE.with("display_name", "Alice")
                        .with("callerid", "Sales <2000>")
                        .lines(BASIC))
                .contains("callerid=Sales <2000>")
                .noneMatch(line -> line.contains("Alice"));
    }
}
