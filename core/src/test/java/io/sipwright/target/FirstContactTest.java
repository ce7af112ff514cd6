package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.target.WriteResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose file it is, when no record says so or a crash has come between record and file. */
class FirstContactTest {

    @TempDir
    Path temporary;

    private ConfigDirectory directory;

    @BeforeEach
    void directory() {
        directory = new ConfigDirectory(temporary);
    }

    private Outcome write(int generation) {
        return ConfigFiles.in(temporary)
                .write(List.of(Rendering.users(generation)))
                .files()
                .get(USERS);
    }

    @Test
    void a_file_that_was_there_before_us_is_someone_elses() {
        directory.edit(USERS, "[bob]\ntype=aor\n");

        assertThat(write(1)).isEqualTo(Outcome.DRIFTED);
        assertThat(directory.text(USERS)).isEqualTo("[bob]\ntype=aor\n");
    }

    @Test
    void an_empty_file_is_ours() {
        directory.edit(USERS, "");

        assertThat(write(1)).isEqualTo(Outcome.WRITTEN);
    }

    @Test
    void a_blank_line_is_someone_elses() {
        directory.edit(USERS, "\n");

        assertThat(write(1)).isEqualTo(Outcome.DRIFTED);
    }

    /** The directory was restored from a backup without hidden files, for example. */
    @Test
    void a_file_that_says_what_is_wanted_is_ours_from_then_on() throws IOException {
        write(1);
        Files.delete(temporary.resolve("." + USERS + ".written"));

        assertThat(write(1)).isEqualTo(Outcome.UNCHANGED);
        assertThat(write(2)).isEqualTo(Outcome.WRITTEN);
    }

    /** As a crash leaves it: the record names the coming content, the file still has the old one. */
    @Test
    void a_crash_between_record_and_file_does_not_look_like_an_edit() {
        write(1);
        write(2);
        directory.edit(USERS, Rendering.text(1));

        assertThat(write(3)).isEqualTo(Outcome.WRITTEN);
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(3));
    }

    @Test
    void a_crash_before_the_very_first_file_does_not_look_like_an_edit() throws IOException {
        write(1);
        Files.delete(temporary.resolve(USERS));

        assertThat(write(2)).isEqualTo(Outcome.WRITTEN);
    }

    @Test
    void two_crashes_in_a_row_do_not_look_like_an_edit() {
        write(1);
        for (int generation = 2; generation < 5; generation++) {
            assertThat(write(generation)).isEqualTo(Outcome.WRITTEN);
            directory.edit(USERS, Rendering.text(generation - 1)); // the rename was lost
            assertThat(write(generation)).isEqualTo(Outcome.WRITTEN);
        }
    }
}
