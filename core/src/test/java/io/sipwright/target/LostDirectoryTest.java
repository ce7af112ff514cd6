package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone deletes or moves the directory while a file is being written. */
class LostDirectoryTest {

    @TempDir
    Path temporary;

    private Path lost;

    @BeforeEach
    void directory() throws IOException {
        lost = Files.createDirectory(temporary.resolve("asterisk"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_deleted_directory_is_an_error_and_the_next_write_heals(int pass) throws IOException {
        AtomicInteger passes = new AtomicInteger();
        ConfigFiles files = ConfigFiles.in(lost);
        files.write(List.of(Rendering.users(1)));

        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> files.write(List.of(new TargetFile(USERS, elements -> {
                    if (passes.incrementAndGet() == pass) {
                        deleteDirectory();
                    }
                    Rendering.users(2).content().forEach(elements);
                }))))
                .withMessageContaining(lost.toString());

        assertThat(lost).doesNotExist();
        Files.createDirectory(lost);
        files.write(List.of(Rendering.users(3)));
        assertThat(new ConfigDirectory(lost).text(USERS)).isEqualTo(Rendering.text(3));
    }

    @Test
    void the_message_says_what_is_missing() {
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(
                        () -> ConfigFiles.in(lost).write(List.of(new TargetFile(USERS, elements -> deleteDirectory()))))
                .withMessageMatching("(?is).*(no such|not exist|not a directory|missing|is gone).*");
    }

    private void deleteDirectory() {
        try (Stream<Path> files = Files.list(lost)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(lost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
