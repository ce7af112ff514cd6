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

/** Edits by others are noticed, and not lost. */
class DriftTest {

    private static final String BY_HAND = "[bob]\ntype=aor\n";

    @TempDir
    Path temporary;

    private ConfigDirectory directory;
    private ConfigFiles files;

    @BeforeEach
    void directory() {
        directory = new ConfigDirectory(temporary);
        files = ConfigFiles.in(temporary);
    }

    private Map<String, Outcome> write(int generation) {
        return files.write(List.of(Rendering.trunks(generation), Rendering.users(generation)))
                .files();
    }

    @Test
    void an_edited_file_is_left_alone_and_holds_back_the_other() {
        write(1);
        directory.edit(USERS, BY_HAND);

        WriteResult result = files.write(List.of(Rendering.trunks(2), Rendering.users(2)));

        assertThat(result.files()).isEqualTo(Map.of(TRUNKS, Outcome.HELD_BACK, USERS, Outcome.DRIFTED));
        assertThat(result.isDrifted()).isTrue();
        assertThat(result.isWritten()).isFalse();
        assertThat(directory.text(USERS)).isEqualTo(BY_HAND);
        assertThat(directory.text(TRUNKS)).isEqualTo(Rendering.text(1, 2));
        assertThat(write(2)).containsEntry(USERS, Outcome.DRIFTED);
    }

    @Test
    void an_edit_is_noticed_also_when_there_is_no_news() {
        write(1);
        directory.edit(USERS, BY_HAND);

        assertThat(write(1)).isEqualTo(Map.of(TRUNKS, Outcome.UNCHANGED, USERS, Outcome.DRIFTED));
    }

    @Test
    void one_byte_more_is_an_edit() {
        write(1);
        directory.edit(USERS, Rendering.text(1) + "\n");

        assertThat(write(2)).containsEntry(USERS, Outcome.DRIFTED);
    }

    @Test
    void an_edit_that_was_undone_is_none() {
        write(1);
        directory.edit(USERS, BY_HAND);
        write(2);
        directory.edit(USERS, Rendering.text(1));

        assertThat(write(2)).isEqualTo(Map.of(TRUNKS, Outcome.WRITTEN, USERS, Outcome.WRITTEN));
    }

    @Test
    void an_edit_that_says_what_is_wanted_is_none() {
        write(1);
        directory.edit(USERS, Rendering.text(2));

        assertThat(write(2)).isEqualTo(Map.of(TRUNKS, Outcome.WRITTEN, USERS, Outcome.UNCHANGED));
    }

    @Test
    void an_edit_can_be_overwritten_and_is_kept_beside_the_file() {
        write(1);
        directory.edit(USERS, BY_HAND);
        files = ConfigFiles.builder(temporary).onDrift(DriftPolicy.OVERWRITE).build();

        assertThat(write(2)).isEqualTo(Map.of(TRUNKS, Outcome.WRITTEN, USERS, Outcome.WRITTEN));
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(2));
        assertThat(directory.text("." + USERS + ".edited")).isEqualTo(BY_HAND);
    }

    @Test
    void a_deleted_file_is_written_again() throws IOException {
        write(1);
        Files.delete(temporary.resolve(USERS));

        assertThat(write(1)).isEqualTo(Map.of(TRUNKS, Outcome.UNCHANGED, USERS, Outcome.WRITTEN));
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(1));
    }

    @Test
    void a_file_that_someone_emptied_is_written_again() {
        write(1);
        directory.edit(USERS, "");

        assertThat(write(1)).containsEntry(USERS, Outcome.WRITTEN);
    }
}
