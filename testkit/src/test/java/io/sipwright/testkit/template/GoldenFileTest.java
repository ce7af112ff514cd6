package io.sipwright.testkit.template;

import static io.sipwright.testkit.template.SipwrightAssertions.assertThatTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A golden file is compared, and written only when that was asked for. */
class GoldenFileTest {

    @TempDir
    Path directory;

    private static final SipUserSpec ALICE =
            SipUserSpec.builder("alice", "least").field("pin", "Vq;7w>T2;mX>c9").build();

    @Test
    void what_is_written_is_compared_afterwards() throws IOException {
        Path file = directory.resolve("new/least.conf");
        String text = GoldenText.of(OddTemplates.user("least"), AsteriskVersion.V22, List.of(ALICE));
        new GoldenFile(file, "write", Map.of()).check(text);

        assertThat(Files.readString(file)).isEqualTo(text).contains("[alice]", "password");
        assertThatTemplate(OddTemplates.CATALOG, "least").matchesGolden(file, AsteriskVersion.V22, ALICE);
        Files.writeString(file, text.replace("\n", "\r\n"));
        assertThatTemplate(OddTemplates.CATALOG, "least").matchesGolden(file, AsteriskVersion.V22, ALICE);
    }

    @Test
    void a_difference_is_shown_line_by_line() throws IOException {
        Path file = directory.resolve("least.conf");
        String text = GoldenText.of(OddTemplates.user("least"), AsteriskVersion.V22, List.of(ALICE));
        Files.writeString(
                file, text.replace("max_contacts=1", "max_contacts=2").replace("max_contacts = 1", "max_contacts = 2"));

        assertThatThrownBy(() -> assertThatTemplate(OddTemplates.CATALOG, "least")
                        .matchesGolden(file, AsteriskVersion.V22, ALICE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dsipwright.golden=write")
                .hasMessageContaining("@@ -")
                .hasMessageMatching("(?s).*\n-max_contacts ?= ?2\n\\+max_contacts ?= ?1\n.*");
    }

    @Test
    void what_is_not_there_fails_and_is_not_made() {
        Path file = directory.resolve("none.conf");

        assertThatThrownBy(() -> new GoldenFile(file, "", Map.of()).check("a\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no golden file");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_build_server_writes_nothing() {
        Path file = directory.resolve("ci.conf");

        assertThatThrownBy(() -> new GoldenFile(file, "write", Map.of("CI", "true")).check("a\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CI");
        assertThat(file).doesNotExist();
        assertThatCode(() -> new GoldenFile(file, "write", Map.of("CI", "false")).check("a\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void another_word_than_write_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GoldenFile(directory.resolve("a"), "yes", Map.of()).check("a"))
                .withMessageContaining("sipwright.golden");
    }
}
