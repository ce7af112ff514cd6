package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.Restoration;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After any history, each of its generations can be brought back, and then has the same files, byte for byte. */
class UndoPropertyTest {

    private static final int HISTORIES = 200;
    private static final int STEPS = 14;
    private static final int RETURNS = 4;

    @TempDir
    private Path temporary;

    @Test
    void in_memory() throws IOException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            run(seed, new InMemoryStore());
        }
    }

    @Test
    void on_h2() throws IOException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            FreshDatabase database = FreshDatabase.h2();
            database.initializer().run();
            try (var pool = database.pool(3)) {
                run(seed, database.store(pool, Remedy.cipher()).build());
            }
            Sql.execute(database.dataSource(), "SHUTDOWN");
        }
    }

    private void run(int seed, ProvisioningStore store) throws IOException {
        Path directory = Files.createTempDirectory(temporary, "history");
        Random random = new Random(seed);
        Map<Long, List<String>> known = new TreeMap<>();
        try (Sipwright sipwright = Sipwright.builder()
                .store(store)
                .applying(Applying.BEFORE_RETURN)
                .target(ConfigFiles.in(directory))
                .build()) {
            sipwright.apply();
            known.put(0L, files(directory));
            RandomHistory history = new RandomHistory(sipwright, random);
            for (int step = 0; step < STEPS; step++) {
                history.step();
                long generation = store.<Long>read(StoreView::generation);
                List<String> files = files(directory);
                assertThat(known.getOrDefault(generation, files))
                        .as(history.toString())
                        .isEqualTo(files);
                known.put(generation, files);
            }
            List<Long> generations = new ArrayList<>(known.keySet());
            for (int i = 0; i < RETURNS; i++) {
                long wanted = generations.get(random.nextInt(generations.size()));
                String what = "seed " + seed + ", back to " + wanted + " after " + history;
                Provisioned<Restoration> restored = sipwright.history().restore(wanted);
                assertThat(files(directory)).as(what).isEqualTo(known.get(wanted));
                assertThat(sipwright.history().restore(wanted).value().isChange())
                        .as(what)
                        .isFalse();
                known.put(restored.generation(), files(directory));
            }
        }
    }

    private static List<String> files(Path directory) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".conf"))
                    .sorted()
                    .toList()) {
                files.add(file.getFileName() + "\n" + Files.readString(file));
            }
        }
        assertThat(files).hasSize(2);
        return files;
    }
}
