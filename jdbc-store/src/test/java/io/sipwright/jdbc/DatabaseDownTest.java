package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** No one listens where the database should be. */
@Timeout(60)
class DatabaseDownTest {

    static Stream<DataSource> nowhere() throws IOException, SQLException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        PGSimpleDataSource postgreSql = new PGSimpleDataSource();
        postgreSql.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        return Stream.of(
                postgreSql,
                new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/test"),
                TestDatabase.h2("tcp://127.0.0.1:" + port + "/test"));
    }

    @ParameterizedTest
    @MethodSource("nowhere")
    void everyCallSaysThatItCantBeReached(DataSource nowhere) {
        isUnreachable(nowhere);
    }

    @ParameterizedTest
    @MethodSource("nowhere")
    void aPoolHidesNeitherThatNorWhy(DataSource nowhere) {
        try (HikariDataSource pool = TestTables.pool(nowhere, 1, 1000)) {
            StoreException failure = isUnreachable(pool);

            assertThat(failure).hasMessageMatching("(?i).*refused.*");
        }
    }

    private static StoreException isUnreachable(DataSource nowhere) {
        JdbcStore store = JdbcStore.builder(nowhere, TestTables.CIPHER).build();
        Writes.failure(Reason.UNREACHABLE, () -> Writes.generation(store));
        Writes.failure(Reason.UNREACHABLE, store::stampKey);
        Writes.failure(Reason.UNREACHABLE, () -> store.nodes().state("node"));
        Writes.failure(Reason.UNREACHABLE, () -> SchemaInitializer.of(nowhere).run());
        StoreException failure = Writes.failure(Reason.UNREACHABLE, () -> Writes.insert(store, "alice"));
        assertThat(failure).hasMessageStartingWith("The database can't be reached: ");
        return failure;
    }
}
