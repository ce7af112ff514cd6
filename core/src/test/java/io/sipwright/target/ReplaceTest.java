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
    void what_was_seen_running_is_kept_as_last_known_good() {
        files.write(List.of(Rendering.users(1)));
        files.markGood();
        files.write(List.of(Rendering.users(2)));
        assertThat(directory.text("." + USERS + ".lkg")).isEqualTo(Rendering.text(1));

        files.write(List.of(Rendering.users(3)));
        files.markGood();
        assertThat(directory.text("." + USERS + ".lkg")).isEqualTo(Rendering.text(3));
    }

    @Test
    void the_last_known_good_comes_back_as_a_file_of_ours() {
        files.write(List.of(Rendering.users(1)));
        files.markGood();
        files.write(List.of(Rendering.users(2)));
        assertThat(files.isUntouched()).isTrue();

        assertThat(files.restore()).isTrue();
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(1));
        assertThat(files.isUntouched()).isTrue();
        assertThat(files.restore()).isFalse();
        assertThat(files.write(List.of(Rendering.users(3))).isWritten()).isTrue();
    }

    @Test
    void an_edited_file_is_not_taken_for_good() {
        files.write(List.of(Rendering.users(1)));
        directory.edit(USERS, "; by hand\n");

        assertThat(files.isUntouched()).isFalse();
        files.markGood();

        assertThat(directory.names()).doesNotContain("." + USERS + ".lkg");
        assertThat(files.restore()).isFalse();
    }

    @Test
    void what_is_staged_is_not_shown_before_it_is_asked_for() {
        files.write(List.of(Rendering.users(1)));
        try (StagedWrite staged = files.stage(List.of(Rendering.users(2)))) {
            assertThat(directory.text(USERS)).isEqualTo(Rendering.text(1));
            assertThat(staged.show().isWritten()).isTrue();
            assertThat(directory.text(USERS)).isEqualTo(Rendering.text(2));
        }
        files.stage(List.of(Rendering.users(3))).close();
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(2));
        assertThat(directory.names()).noneMatch(name -> name.contains(".tmp-"));
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
