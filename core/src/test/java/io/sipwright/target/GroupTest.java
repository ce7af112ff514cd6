package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The group of the files, by which Asterisk reads them. */
class GroupTest {

    private static final String OTHER = "daemon";

    @TempDir
    Path temporary;

    @Test
    void the_group_of_the_old_file_is_kept() throws IOException {
        ConfigFiles files = ConfigFiles.in(temporary);
        files.write(List.of(Rendering.users(1)));
        view(temporary.resolve(USERS)).setGroup(otherGroup());

        files.write(List.of(Rendering.users(2)));

        assertThat(groupOf(USERS)).isEqualTo(OTHER);
        files.markGood();
        assertThat(groupOf("." + USERS + ".lkg")).isEqualTo(OTHER);
    }

    @Test
    void a_first_file_has_the_group_of_the_directory() throws IOException {
        view(temporary).setGroup(otherGroup());

        ConfigFiles.in(temporary).write(List.of(Rendering.users(1)));

        assertThat(groupOf(USERS)).isEqualTo(OTHER);
    }

    @Test
    void a_group_that_was_asked_for_is_set() throws IOException {
        otherGroup();

        ConfigFiles.builder(temporary).group(OTHER).build().write(List.of(Rendering.users(1)));

        assertThat(groupOf(USERS)).isEqualTo(OTHER);
    }

    @Test
    void an_unknown_group_is_refused_by_its_name() {
        ConfigFiles files =
                ConfigFiles.builder(temporary).group("no-such-group").build();

        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> files.write(List.of(Rendering.users(1))))
                .withMessageContaining("no-such-group");
        assertThat(temporary.resolve(USERS)).doesNotExist();
    }

    @Test
    void an_unknown_group_leaves_no_temporary_file() {
        ConfigFiles files =
                ConfigFiles.builder(temporary).group("no-such-group").build();

        assertThatExceptionOfType(TargetException.class).isThrownBy(() -> files.write(List.of(Rendering.users(1))));

        assertThat(new ConfigDirectory(temporary).temporaryFiles()).isEmpty();
    }

    private GroupPrincipal otherGroup() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may give files to any group");
        return temporary.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(OTHER);
    }

    private String groupOf(String name) throws IOException {
        return view(temporary.resolve(name)).readAttributes().group().getName();
    }

    private static PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
