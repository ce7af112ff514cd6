package io.sipwright.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is full. */
@Timeout(60)
class FullDiskTest {

    private static final String TINY = "mount -t tmpfs -o size=64k,mode=750 none \"$D\"";

    /** About as many users as fill a page of 4 KiB. */
    private static final int PAGE = 90;

    @TempDir
    Path directory;

    @Test
    void the_old_file_stays_whole() throws IOException, InterruptedException {
        List<String> lines = MountNamespace.run(TINY, directory, "both1x3", "both2x5000", "users", "trunks", "both3x3");

        assertThat(lines.get(0)).isEqualTo("{pjsip_trunks.conf=WRITTEN, pjsip_users.conf=WRITTEN}");
        assertThat(lines.get(1)).startsWith("TargetException").contains("pjsip_users.conf", "No space left on device");
        assertThat(lines.get(2)).isEqualTo(Rendering.text(1).replace("\n", "|"));
        assertThat(lines.get(3)).isEqualTo(Rendering.text(1, 2).replace("\n", "|"));
        assertThat(lines.get(4)).isEqualTo("{pjsip_trunks.conf=WRITTEN, pjsip_users.conf=WRITTEN}");
    }

    @Test
    void no_temporary_file_is_left() throws IOException, InterruptedException {
        assertThat(MountNamespace.run(TINY, directory, "1x3", "2x5000", "names").get(2))
                .isEqualTo(".pjsip_users.conf.written .sipwright.lock pjsip_users.conf");
    }

    /** Sizes at which the file itself still fits, but not what accompanies it. */
    @Test
    void no_temporary_file_is_left_wherever_the_space_ends() throws IOException, InterruptedException {
        List<String> actions = new ArrayList<>(List.of("1x3"));
        for (int users = 11 * PAGE; users < 15 * PAGE; users += PAGE / 4) {
            actions.addAll(List.of("2x" + users, "names", "3x3", "4x3"));
        }

        List<String> lines = MountNamespace.run(TINY, directory, actions.toArray(String[]::new));

        assertThat(lines).hasSameSizeAs(actions);
        assertThat(lines).anyMatch(line -> line.contains("No space left"));
        assertThat(lines).filteredOn(line -> line.contains(".lock")).noneMatch(names -> names.contains(".tmp"));
        assertThat(lines).noneMatch(line -> line.contains("DRIFTED"));
    }

    @Test
    void there_may_be_space_but_no_inode() throws IOException, InterruptedException {
        List<String> lines = MountNamespace.run(
                "mount -t tmpfs -o nr_inodes=5,mode=750 none \"$D\"", directory, "1x3", "2x3", "names", "users");

        assertThat(lines.get(0)).isEqualTo("{pjsip_users.conf=WRITTEN}");
        assertThat(lines.get(1)).startsWith("TargetException").contains("No space left on device");
        assertThat(lines.get(2)).doesNotContain(".tmp");
        assertThat(lines.get(3)).isEqualTo(Rendering.text(1).replace("\n", "|"));
    }
}
