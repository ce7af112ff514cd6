package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.target.WriteResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** In any order of writing, editing, emptying and deleting, the outcome follows from who wrote last. */
class DriftPropertyTest {

    private Path path;
    private ConfigDirectory directory;

    @BeforeTry
    void createDirectory() throws IOException {
        path = Files.createTempDirectory("drift");
        directory = new ConfigDirectory(path);
    }

    @AfterTry
    void removeDirectory() throws IOException {
        for (String name : directory.names()) {
            Files.delete(path.resolve(name));
        }
        Files.delete(path);
    }

    @Property(tries = 150)
    void the_outcome_follows_from_who_wrote_last(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> steps) throws IOException {
        String present = "";
        boolean ours = true;
        for (int step : steps) {
            switch (step) {
                case 0 -> {
                    Files.deleteIfExists(path.resolve(USERS));
                    present = "";
                    ours = true;
                }
                case 1 -> {
                    directory.edit(USERS, "");
                    present = "";
                    ours = true;
                }
                case 2 -> {
                    directory.edit(USERS, "; by hand\n");
                    present = "; by hand\n";
                    ours = false;
                }
                default -> {
                    Outcome outcome = write(step);
                    assertThat(outcome).isEqualTo(expected(present, ours, Rendering.text(step)));
                    present = outcome == Outcome.WRITTEN ? Rendering.text(step) : present;
                }
            }
            assertThat(Files.exists(path.resolve(USERS)) ? directory.text(USERS) : "")
                    .isEqualTo(present);
            assertThat(directory.temporaryFiles()).isEmpty();
        }
    }

    private static Outcome expected(String present, boolean ours, String wanted) {
        return !ours ? Outcome.DRIFTED : present.equals(wanted) ? Outcome.UNCHANGED : Outcome.WRITTEN;
    }

    private Outcome write(int generation) {
        return Objects.requireNonNull(ConfigFiles.in(path)
                .write(List.of(Rendering.users(generation)))
                .files()
                .get(USERS));
    }
}
