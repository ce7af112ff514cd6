package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asterisk takes a file of the same size and time for the one it has read. */
class ModificationTimeTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(longs = {-3600, 0, 3600, 3_000_000_000L})
    void a_change_of_the_same_size_has_another_time(long seconds) throws IOException {
        ConfigDirectory directory = new ConfigDirectory(temporary);
        ConfigFiles files = ConfigFiles.in(temporary);
        files.write(List.of(Rendering.users(1)));
        FileTime before = FileTime.from(Instant.now().plus(Duration.ofSeconds(seconds)));
        Files.setLastModifiedTime(temporary.resolve(USERS), before);
        long size = Files.size(temporary.resolve(USERS));

        files.write(List.of(Rendering.users(2)));

        assertThat(Files.size(temporary.resolve(USERS))).isEqualTo(size);
        assertThat(directory.modified(USERS)).isGreaterThan(before);
    }

    @Test
    void a_hundred_changes_in_a_row_have_as_many_times() {
        ConfigDirectory directory = new ConfigDirectory(temporary);
        ConfigFiles files = ConfigFiles.in(temporary);
        Set<FileTime> times = new HashSet<>();

        for (int generation = 0; generation < 100; generation++) {
            files.write(List.of(Rendering.users(generation)));
            times.add(directory.modified(USERS));
        }

        assertThat(times).hasSize(100);
    }
}
