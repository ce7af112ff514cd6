package io.sipwright.imports.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.BatchPreview.Action;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.secret.SecretCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** As many users as a large site has, from CSV into a database. */
class BulkManyUsersTest {

    private static final int USERS = 20_000;

    @Test
    void twenty_thousand_users_with_word_of_the_progress() {
        JdbcConnectionPool database =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        try {
            SchemaInitializer.of(database).run();
            BulkBench bench = new BulkBench(
                    JdbcStore.builder(database, SecretCipher.plainText()).build());
            StringBuilder csv = new StringBuilder("username,extension,secret,display_name\n");
            for (int i = 0; i < USERS; i++) {
                csv.append("user").append(i).append(',').append(10_000 + i).append(",Vk7#qLw2-Zr9xTm4,\"Müller, ");
                csv.append(i).append("\"\n");
            }
            List<String> told = new ArrayList<>();

            long begin = System.nanoTime();
            BulkPreview preview = bench.preview(
                    "users.csv",
                    csv.toString(),
                    settings -> settings.progress((phase, done, total) -> told.add(phase + " " + done + "/" + total)));
            long previewed = System.nanoTime();
            assertThat(preview.count(Action.ADDED)).isEqualTo(USERS);
            preview.store();
            long stored = System.nanoTime();
            System.out.printf(
                    "%d users from CSV into H2: preview %d ms, store %d ms%n",
                    USERS, (previewed - begin) / 1_000_000, (stored - previewed) / 1_000_000);

            List<String> expected = new ArrayList<>();
            for (String phase : List.of("CHECKING", "CHECKING", "STORING")) {
                for (int done = 1000; done <= USERS; done += 1000) {
                    expected.add(phase + " " + done + "/" + USERS);
                }
            }
            assertThat(told).isEqualTo(expected);
            assertThat(bench.sipwright.users().list()).hasSize(USERS);
            assertThat(bench.sipwright.users().get("user19999").spec().fields().text("display_name"))
                    .contains("Müller, 19999");
            assertThat(bench.preview("users.csv", csv.toString()).count(Action.UNCHANGED))
                    .isEqualTo(USERS);
        } finally {
            database.dispose();
        }
    }
}
