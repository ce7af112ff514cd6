package io.sipwright.target;

import static io.sipwright.target.Rendering.TRUNKS;
import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.UnwritableException;
import io.sipwright.target.TargetFile.Content;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that fails on the way leaves both files as they were, and nothing else behind. */
class RefusedContentTest {

    @TempDir
    Path temporary;

    private final AtomicInteger passes = new AtomicInteger();
    private ConfigDirectory directory;
    private List<String> namesBefore;

    @BeforeEach
    void first_generation() {
        directory = new ConfigDirectory(temporary);
        ConfigFiles.in(temporary).write(List.of(Rendering.trunks(1), Rendering.users(1)));
        namesBefore = directory.names();
    }

    private void write(Content users) {
        ConfigFiles.in(temporary).write(List.of(Rendering.trunks(2), new TargetFile(USERS, users)));
    }

    @AfterEach
    void everything_is_as_it_was_and_the_next_write_succeeds() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(directory.text(TRUNKS)).isEqualTo(Rendering.text(1, 2));
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(1));
        assertThat(directory.names()).isEqualTo(namesBefore);

        assertThat(ConfigFiles.in(temporary)
                        .write(List.of(Rendering.trunks(3), Rendering.users(3)))
                        .files())
                .containsOnlyKeys(TRUNKS, USERS)
                .doesNotContainValue(WriteResult.Outcome.DRIFTED);
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void content_that_throws_in_the_middle(int pass) {
        IllegalStateException thrown = new IllegalStateException("the store is gone");

        assertThatThrownBy(() -> write(elements -> {
                    Rendering.elements(2, 5_000).forEach(elements);
                    if (passes.incrementAndGet() == pass) {
                        throw thrown;
                    }
                }))
                .isSameAs(thrown);
    }

    @Test
    void content_that_asterisk_would_misread() {
        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> write(elements -> {
                    elements.accept(Rendering.section(2, 0));
                    elements.accept(Section.of("eve", "aor", List.of(new Option("mailboxes", "1\n[bob]"))));
                }));
    }

    @Test
    void content_that_changes_between_two_passes() {
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> write(elements -> elements.accept(Rendering.section(2, passes.incrementAndGet()))))
                .withMessageContaining(USERS)
                .withMessageContaining("changed while it was written");
    }

    @Test
    void content_during_which_the_thread_is_interrupted() {
        Throwable refusal = catchThrowable(() -> write(elements -> {
            if (passes.incrementAndGet() == 2) {
                Thread.currentThread().interrupt();
            }
            Rendering.elements(2, 5_000).forEach(elements);
        }));

        assertThat(Thread.interrupted()).as("the interruption is not swallowed").isTrue();
        assertThat(refusal).isInstanceOf(TargetException.class).hasMessageNotContaining("null");
    }
}
