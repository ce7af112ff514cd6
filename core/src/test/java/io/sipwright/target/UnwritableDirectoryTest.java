package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that lacks rights, which the tests may have: the writer runs in a child without any privilege. */
@Timeout(60)
class UnwritableDirectoryTest {

    @TempDir
    Path directory;

    @AfterEach
    void make_removable() throws IOException {
        chmod(directory, "rwx------");
    }

    @Test
    void the_message_says_that_the_directory_can_not_be_written_to() throws IOException {
        chmod(directory, "r-xr-x---");

        assertThat(writeWithoutPrivileges()).startsWith("TargetException").contains(directory.toString(), "writable");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void the_message_says_so_also_when_only_the_lock_can_be_written_to() throws IOException {
        ConfigFiles.in(directory).write(List.of(Rendering.users(1)));
        chmod(directory, "r-xr-x---");

        assertThat(writeWithoutPrivileges())
                .startsWith("TargetException")
                .contains(directory.toString(), "must be allowed to write to the directory");
        assertThat(new ConfigDirectory(directory).text(USERS)).isEqualTo(Rendering.text(1));
    }

    @Test
    void the_message_says_when_the_old_file_can_not_be_read() throws IOException {
        ConfigFiles.in(directory).write(List.of(Rendering.users(1)));
        chmod(directory.resolve(USERS), "---------");

        assertThat(writeWithoutPrivileges())
                .startsWith("TargetException")
                .contains(USERS)
                .containsIgnoringCase("permission");
    }

    private String writeWithoutPrivileges() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(!root || Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
        List<String> setpriv = List.of("/usr/bin/setpriv", "--bounding-set=-all", "--inh-caps=-all");
        try (ChildJvm child =
                ChildJvm.start(root ? setpriv : List.of(), List.of(), ChildWriter.class, directory.toString(), "2x3")) {
            return String.join("\n", child.lines());
        }
    }

    private static void chmod(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
