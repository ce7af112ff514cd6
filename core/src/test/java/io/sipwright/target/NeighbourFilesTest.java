package io.sipwright.target;

import static io.sipwright.target.Rendering.TRUNKS;
import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.target.WriteResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else is in the directory: our companions of a file, what a cut-off run has left, and what is not ours. */
class NeighbourFilesTest {

    @TempDir
    Path temporary;

    private ConfigDirectory directory;
    private ConfigFiles files;

    @BeforeEach
    void directory() {
        directory = new ConfigDirectory(temporary);
        files = ConfigFiles.in(temporary);
    }

    /** Asterisk reads a directory by {@code #include *.conf}, which finds no name that begins with a dot. */
    @Test
    void no_companion_is_found_by_an_include_of_all_conf_files() {
        Set<String> seen = new TreeSet<>();
        files.write(List.of(Rendering.trunks(1), Rendering.users(1)));
        files.write(List.of(Rendering.trunks(2), new TargetFile(USERS, elements -> {
            seen.addAll(directory.names());
            Rendering.users(2).content().forEach(elements);
        })));
        seen.addAll(directory.names());
        seen.removeAll(List.of(TRUNKS, USERS));

        assertThat(seen)
                .hasSizeGreaterThan(3)
                .allSatisfy(name -> assertThat(name).startsWith(".").doesNotEndWith(".conf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".tmp-1b4e28ba-2fa1-11d2-883f-0016d3cca427", ".tmp-lkg", ".tmp-"})
    void what_a_cut_off_run_has_left_is_removed(String suffix) {
        directory.edit("." + USERS + suffix, "[half");

        files.write(List.of(Rendering.users(1)));

        assertThat(directory.temporaryFiles()).isEmpty();
    }

    @Test
    void stale_files_are_removed_also_when_nothing_is_written() {
        files.write(List.of(Rendering.users(1)));
        directory.edit("." + USERS + ".tmp-0", "[half");

        assertThat(files.write(List.of(Rendering.users(1))).files()).containsEntry(USERS, Outcome.UNCHANGED);
        assertThat(directory.temporaryFiles()).isEmpty();
    }

    @Test
    void what_is_not_ours_stays_as_it_is() throws IOException {
        List<String> foreign = List.of(
                "pjsip.conf",
                "pjsip_users.conf.bak",
                "pjsip_users.conf~",
                ".pjsip_users.conf.swp",
                ".pjsip_users_2.conf.tmp-1",
                ".other.tmp-1",
                "extensions.conf");
        FileTime longAgo = FileTime.from(Instant.parse("2001-09-09T01:46:40Z"));
        for (String name : foreign) {
            directory.edit(name, "not ours: " + name);
            Files.setLastModifiedTime(temporary.resolve(name), longAgo);
        }

        files.write(List.of(Rendering.trunks(1), Rendering.users(1)));
        files.write(List.of(Rendering.trunks(2), Rendering.users(2)));

        assertThat(foreign).allSatisfy(name -> {
            assertThat(directory.text(name)).isEqualTo("not ours: " + name);
            assertThat(directory.modified(name)).isEqualTo(longAgo);
        });
    }
}
