package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealtimeSchemaTest {

    /** Where there can be tables. */
    enum Server {
        POSTGRESQL(PostgreSqlServer::newDatabase),
        MARIADB(MariaDbServer::newDatabase);

        private final Supplier<TestDatabase> fresh;

        Server(Supplier<TestDatabase> fresh) {
            this.fresh = fresh;
        }
    }

    @ParameterizedTest
    @EnumSource
    void instances_that_start_together_make_the_tables_once(Server server) throws Exception {
        TestDatabase database = server.fresh.get();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(
                        () -> RealtimeSchema.of(database.dataSource()).run()));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.column("SELECT generation FROM sip_rows_state")).containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource
    void its_text_can_be_run_by_hand_and_stamps_added(Server server) {
        TestDatabase database = server.fresh.get();
        RealtimeSchema schema = RealtimeSchema.of(database.dataSource(), "", "x_");
        database.run(schema.ddl()).run(schema.stampColumns());
        assertThat(schema.ddl()).doesNotContain("${").contains("x_ps_endpoints");
        assertThat(database.column("SELECT generation FROM x_sip_rows_state")).containsExactly("0");
        schema.run();
    }
}
