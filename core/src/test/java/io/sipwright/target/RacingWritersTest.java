package io.sipwright.target;

import static io.sipwright.target.Rendering.TRUNKS;
import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads a file while many write it sees one generation, whole. */
@Timeout(60)
class RacingWritersTest {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 12;
    private static final int USERS_EACH = 700; // more than any buffer

    @TempDir
    Path temporary;

    @Test
    void a_reader_never_sees_a_part_of_a_file() throws Exception {
        ConfigFiles.in(temporary).write(List.of(Rendering.trunks(0), Rendering.users(0, USERS_EACH)));
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<Integer> reader = threads.submit(() -> readUntil(writing));
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = 1 + writer * ROUNDS;
                writers.add(() -> write(first));
            }
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
            writing.set(false);
            assertThat(reader.get()).isGreaterThan(WRITERS);
        } finally {
            threads.shutdownNow();
        }
        assertThat(new ConfigDirectory(temporary).names()).hasSize(2 * 2 + 1).contains(TRUNKS, USERS);
    }

    private Void write(int first) {
        for (int generation = first; generation < first + ROUNDS; generation++) {
            assertThat(ConfigFiles.in(temporary)
                            .write(List.of(Rendering.trunks(generation), Rendering.users(generation, USERS_EACH)))
                            .files())
                    .containsEntry(USERS, WriteResult.Outcome.WRITTEN);
        }
        return null;
    }

    private int readUntil(AtomicBoolean writing) throws IOException {
        int reads = 0;
        do {
            byte[] bytes = Files.readAllBytes(temporary.resolve(USERS));
            List<PjsipElement> elements = new ArrayList<>();
            PjsipParser.readWritten(USERS, new ByteArrayInputStream(bytes), elements::add);
            assertThat(elements)
                    .isEqualTo(Rendering.elements(
                            Rendering.generationOf(new String(bytes, StandardCharsets.UTF_8)), USERS_EACH));
            reads++;
        } while (writing.get());
        return reads;
    }
}
