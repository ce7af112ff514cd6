package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read the passwords. */
@Timeout(60)
class FileModeTest {

    @TempDir
    Path temporary;

    private ConfigDirectory directory;

    @BeforeEach
    void directory() {
        directory = new ConfigDirectory(temporary);
    }

    @Test
    void the_mode_is_right_before_the_first_byte_and_ever_after() {
        Set<String> seen = new TreeSet<>();
        TargetFile watching = new TargetFile(USERS, elements -> {
            for (int i = 0; i < 20_000; i++) {
                if (i % 500 == 0) {
                    directory.temporaryFiles().forEach(name -> seen.add(size(name) + " " + directory.mode(name)));
                }
                elements.accept(Rendering.section(1, i));
            }
        });

        ConfigFiles.in(temporary).write(List.of(watching));

        assertThat(seen).containsExactly("empty rw-r-----", "filled rw-r-----");
    }

    private String size(String name) {
        return temporary.resolve(name).toFile().length() == 0 ? "empty" : "filled";
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "077"})
    void the_mode_does_not_depend_on_the_umask(String umask) throws IOException {
        List<String> shell = List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh");
        try (ChildJvm child = ChildJvm.start(shell, List.of(), ChildWriter.class, temporary.toString(), "1x3", "2x3")) {
            assertThat(child.lines()).containsExactly("{pjsip_users.conf=WRITTEN}", "{pjsip_users.conf=WRITTEN}");
        }

        assertThat(List.of(USERS, "." + USERS + ".written"))
                .allSatisfy(name -> assertThat(directory.mode(name)).isEqualTo("rw-r-----"));
        assertThat(directory.names())
                .allSatisfy(name -> assertThat(directory.mode(name)).endsWith("---"));
    }

    @Test
    void another_mode_can_be_wished() {
        ConfigFiles files = ConfigFiles.builder(temporary).mode("rw-rw----").build();

        files.write(List.of(Rendering.users(1)));

        assertThat(directory.mode(USERS)).isEqualTo("rw-rw----");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw--w-", "rw-r----x", "r--r-----"})
    void a_mode_for_everyone_can_not_be_wished(String mode) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigFiles.builder(temporary).mode(mode))
                .withMessageContaining(mode);
    }

    @Test
    void the_file_kept_is_no_more_open_than_the_file_itself() throws IOException {
        ConfigFiles files = ConfigFiles.in(temporary);
        files.write(List.of(Rendering.users(1)));
        Files.setPosixFilePermissions(temporary.resolve(USERS), PosixFilePermissions.fromString("rw-r--r--"));

        files.markGood();

        assertThat(directory.mode("." + USERS + ".lkg")).endsWith("---");
    }
}
