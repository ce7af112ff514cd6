package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.target.WriteResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever expects a file to differ has it rendered once; what he is wrong about harms nothing. */
class ExpectedDifferenceTest {

    @TempDir
    Path temporary;

    private final AtomicInteger passes = new AtomicInteger();
    private ConfigDirectory directory;
    private ConfigFiles files;

    @BeforeEach
    void first_generation() {
        directory = new ConfigDirectory(temporary);
        files = ConfigFiles.in(temporary);
        files.write(List.of(Rendering.users(1)));
    }

    private TargetFile expected(int generation) {
        return new TargetFile(
                USERS,
                elements -> {
                    passes.incrementAndGet();
                    Rendering.elements(generation, 3).forEach(elements);
                },
                true);
    }

    @Test
    void what_differs_is_rendered_once() {
        assertThat(files.write(List.of(expected(2))).files()).containsEntry(USERS, Outcome.WRITTEN);

        assertThat(passes).hasValue(1);
        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(2));
        assertThat(directory.temporaryFiles()).isEmpty();
    }

    @Test
    void what_is_the_same_is_left_alone() {
        Object inode = directory.inode(USERS);

        assertThat(files.write(List.of(expected(1))).files()).containsEntry(USERS, Outcome.UNCHANGED);

        assertThat(directory.inode(USERS)).isEqualTo(inode);
        assertThat(directory.temporaryFiles()).isEmpty();
    }

    @Test
    void an_edit_by_hand_is_left_alone() {
        directory.edit(USERS, "[bob]\ntype=aor\n");

        assertThat(files.write(List.of(expected(2))).files()).containsEntry(USERS, Outcome.DRIFTED);

        assertThat(directory.text(USERS)).isEqualTo("[bob]\ntype=aor\n");
        assertThat(directory.temporaryFiles()).isEmpty();
    }

    @Test
    void content_that_throws_leaves_nothing_behind() {
        IllegalStateException thrown = new IllegalStateException("the store is gone");
        TargetFile broken = new TargetFile(
                USERS,
                elements -> {
                    Rendering.elements(2, 5_000).forEach(elements);
                    throw thrown;
                },
                true);

        assertThatThrownBy(() -> files.write(List.of(broken))).isSameAs(thrown);

        assertThat(directory.text(USERS)).isEqualTo(Rendering.text(1));
        assertThat(directory.temporaryFiles()).isEmpty();
    }
}
