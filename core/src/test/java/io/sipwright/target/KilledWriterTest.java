package io.sipwright.target;

import static io.sipwright.target.Rendering.TRUNKS;
import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at random moments while it writes. */
@Timeout(120)
class KilledWriterTest {

    private static final int LANES = 3;
    private static final int KILLS_EACH = 10;
    private static final int NEXT = 500_000;

    @TempDir
    Path temporary;

    @Test
    void each_file_is_one_generation_whole_and_the_next_write_heals() throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                Path directory = Files.createDirectory(temporary.resolve("lane" + lane));
                work.add(() -> killRepeatedly(new ConfigDirectory(directory)));
            }
            for (Future<Void> done : lanes.invokeAll(work)) {
                done.get();
            }
        } finally {
            lanes.shutdownNow();
        }
    }

    private static Void killRepeatedly(ConfigDirectory directory) throws IOException, InterruptedException {
        Random random = new Random();
        for (int kill = 1; kill <= KILLS_EACH; kill++) {
            try (ChildJvm child =
                    ChildJvm.start(WriteLoop.class, directory.path().toString(), Integer.toString(kill * 10_000))) {
                assertThat(child.line()).isEqualTo(kill * 10_000 + " false");
                TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
                child.kill();
                assertThat(child.lines()).allMatch(line -> line.endsWith(" false") || !line.contains(" "));
            }
            assertThat(directory.text(TRUNKS))
                    .isEqualTo(Rendering.text(Rendering.generationOf(directory.text(TRUNKS)), 2));
            int generation = Rendering.generationOf(directory.text(USERS));
            assertThat(directory.text(USERS)).isEqualTo(Rendering.text(generation, WriteLoop.usersOf(generation)));

            WriteResult healed = ConfigFiles.in(directory.path()).write(WriteLoop.files(NEXT + kill));

            assertThat(healed.files().values()).containsOnly(WriteResult.Outcome.WRITTEN);
            assertThat(directory.temporaryFiles()).isEmpty();
        }
        return null;
    }
}
