package io.sipwright.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files and directories that are mounted in ways that do not allow a replacement. */
@Timeout(60)
class MountedFileTest {

    /** As a container engine mounts a single file. */
    private static final String MOUNT_USERS =
            "touch \"$D/real\" \"$D/pjsip_users.conf\"; mount --bind \"$D/real\" \"$D/pjsip_users.conf\"";

    private static final String REMOUNT = "mount --bind \"$D\" \"$D\"; mount -o remount,ro,bind \"$D\"";

    @TempDir
    Path directory;

    @Test
    void a_file_mounted_by_itself_is_refused_with_advice() throws IOException, InterruptedException {
        assertThat(MountNamespace.run(MOUNT_USERS, directory, "1x3"))
                .singleElement()
                .asString()
                .startsWith("TargetException")
                .contains("pjsip_users.conf", "mount its directory");
    }

    @Test
    void a_file_mounted_by_itself_keeps_its_content_and_leaves_no_temporary_file()
            throws IOException, InterruptedException {
        List<String> lines = MountNamespace.run(MOUNT_USERS, directory, "1x3", "users", "names");

        assertThat(lines.get(1)).isEmpty();
        assertThat(lines.get(2)).doesNotContain(".tmp");
    }

    @Test
    void where_one_file_can_not_be_replaced_the_other_is_not() throws IOException, InterruptedException {
        assertThat(MountNamespace.run(MOUNT_USERS, directory, "both1x3", "names")
                        .get(1))
                .doesNotContain("pjsip_trunks.conf ");
    }

    @Test
    void a_mounted_directory_is_like_any_other() throws IOException, InterruptedException {
        assertThat(MountNamespace.run("mount --bind \"$D\" \"$D\"", directory, "1x3", "2x3"))
                .containsOnly("{pjsip_users.conf=WRITTEN}");
    }

    @Test
    void a_read_only_directory_is_refused() throws IOException, InterruptedException {
        assertThat(MountNamespace.run(REMOUNT, directory, "1x3", "names"))
                .satisfiesExactly(
                        refusal -> assertThat(refusal)
                                .startsWith("TargetException")
                                .contains("writable"),
                        names -> assertThat(names).isEmpty());
    }

    @Test
    void a_directory_that_became_read_only_keeps_what_it_has() throws IOException, InterruptedException {
        ConfigFiles.in(directory).write(List.of(Rendering.users(1)));

        List<String> lines = MountNamespace.run(REMOUNT, directory, "2x3", "users", "1x3");

        assertThat(lines.get(0)).startsWith("TargetException").contains(directory.toString());
        assertThat(lines.get(1)).isEqualTo(Rendering.text(1).replace("\n", "|"));
    }
}
