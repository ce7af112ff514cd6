package io.sipwright.target;

import static io.sipwright.target.Rendering.TRUNKS;
import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.target.WriteResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, and what is left alone. */
class ReplaceTest {

    @TempDir
    Path temporary;

    private ConfigDirectory directory;
    private ConfigFiles files;

    @BeforeEach
    void directory() {
        directory = new ConfigDirectory(temporary);
        files = ConfigFiles.in(temporary);
    }

    @Test
    void the_files_hold_what_was_meant() {
        WriteResult result = files.write(List.of(Rendering.trunks(1), Rendering.users(1)));

        assertThat(result.files()).isEqualTo(Map.of(TRUNKS, Outcome.WRITTEN, USERS, Outcome.WRITTEN));
        assertThat(result.isWritten()).isTrue();
        assertThat(result.isDrifted()).isFalse();
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(1));
        assertThat(directory.text(TRUNKS)).isEqualTo(Rendering.text(1, 2));
    }

    @Test
    void identical_bytes_are_not_touched() {
        files.write(List.of(Rendering.users(1)));
        Object inode = directory.inode(USERS);
        Object modified = directory.modified(USERS);

        WriteResult result = files.write(List.of(Rendering.users(1)));

        assertThat(result.files()).containsEntry(USERS, Outcome.UNCHANGED);
        assertThat(result.isWritten()).isFalse();
        assertThat(directory.inode(USERS)).isEqualTo(inode);
        assertThat(directory.modified(USERS)).isEqualTo(modified);
    }

    @Test
    void only_what_has_changed_is_replaced() {
        files.write(List.of(Rendering.trunks(1), Rendering.users(1)));
        Object inode = directory.inode(TRUNKS);

        assertThat(files.write(List.of(Rendering.trunks(1), Rendering.users(2))).files())
                .isEqualTo(Map.of(TRUNKS, Outcome.UNCHANGED, USERS, Outcome.WRITTEN));
        assertThat(directory.inode(TRUNKS)).isEqualTo(inode);
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(2));
    }

    @Test
    void nothing_to_say_is_an_empty_file() {
        assertThat(files.write(List.of(Rendering.users(1, 0))).files()).containsEntry(USERS, Outcome.WRITTEN);
        assertThat(directory.text(USERS)).isEmpty();
        assertThat(files.write(List.of(Rendering.users(1, 0))).files()).containsEntry(USERS, Outcome.UNCHANGED);
        assertThat(files.write(List.of(Rendering.users(1))).files()).containsEntry(USERS, Outcome.WRITTEN);
        assertThat(files.write(List.of(Rendering.users(1, 0))).files()).containsEntry(USERS, Outcome.WRITTEN);
    }

    @Test
    void the_old_file_is_kept_as_last_known_good() {
        files.write(List.of(Rendering.users(1)));
        files.write(List.of(Rendering.users(2)));
        assertThat(directory.text("." + USERS + ".lkg")).isEqualTo(Rendering.text(1));

        files.write(List.of(Rendering.users(2)));
        assertThat(directory.text("." + USERS + ".lkg")).isEqualTo(Rendering.text(1));

        files.write(List.of(Rendering.users(3)));
        assertThat(directory.text("." + USERS + ".lkg")).isEqualTo(Rendering.text(2));
    }

    @Test
    void a_large_file_is_written_whole() {
        files.write(List.of(Rendering.users(1, 50_000)));

        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(1, 50_000));
    }

    @Test
    void a_directory_behind_a_symbolic_link_is_the_directory() throws IOException {
        Path link = temporary.resolve("link");
        Path real = Files.createDirectory(temporary.resolve("real"));
        Files.createSymbolicLink(link, real);

        ConfigFiles.in(link).write(List.of(Rendering.users(1)));

        assertThat(new ConfigDirectory(real).text(USERS)).isEqualTo(Rendering.text(1));
    }
}
