package io.sipwright.target;

import static io.sipwright.target.Rendering.TRUNKS;
import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places where no file is put, and what the message says about them. */
@Timeout(30)
class PlaceTest {

    @TempDir
    Path temporary;

    private Path place;

    @BeforeEach
    void place() {
        place = temporary.resolve(USERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"real.conf", "missing.conf"})
    void a_symbolic_link_is_refused_with_advice(String target) throws IOException {
        Files.writeString(temporary.resolve("real.conf"), "");
        Files.createSymbolicLink(place, temporary.resolve(target));

        refused("symbolic link", "name the directory of the target");
        assertThat(place).isSymbolicLink();
        assertThat(temporary.resolve("real.conf")).isEmptyFile();
        assertThat(temporary.resolve("missing.conf")).doesNotExist();
    }

    @Test
    void a_directory_is_refused() throws IOException {
        Files.createDirectory(place);

        refused(USERS, "not an ordinary file");
    }

    @Test
    void a_pipe_is_refused_without_waiting_for_a_writer() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor())
                .isZero();

        refused(USERS, "not an ordinary file");
    }

    @Test
    void a_directory_that_everyone_can_write_to_is_refused() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));

        refused(temporary.toString(), "chmod o-w");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_missing_directory_is_not_created() {
        Path missing = temporary.resolve("missing");

        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> ConfigFiles.in(missing).write(List.of(Rendering.users(1))))
                .withMessageContaining(missing.toString())
                .withMessageContaining("create it");
        assertThat(missing).doesNotExist();
    }

    @Test
    void a_lock_that_is_a_symbolic_link_is_not_followed() throws IOException {
        Files.createSymbolicLink(temporary.resolve(".sipwright.lock"), temporary.resolve("elsewhere"));

        refused("lock");
        assertThat(temporary.resolve("elsewhere")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pjsip_users.conf", "sub/pjsip_users.conf", "..", ".", "", "ABSOLUTE"})
    void a_name_is_not_a_path(String name) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("asterisk"));
        String given = name.replace("ABSOLUTE", place.toString());

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> ConfigFiles.in(directory).write(List.of(Rendering.file(given, 1, 1))));
        assertThat(temporary).isDirectoryNotContaining(file -> !file.equals(directory));
        assertThat(directory).isDirectoryNotContaining("glob:**pjsip*");
    }

    private void refused(String... parts) {
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> ConfigFiles.in(temporary).write(List.of(Rendering.trunks(1), Rendering.users(1))))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(parts));
        assertThat(temporary.resolve(TRUNKS)).doesNotExist();
    }
}
