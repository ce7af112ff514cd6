package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database does not know the host, and waiting will not change that. */
@Timeout(60)
class WrongPasswordTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Stream<DataSource> strangers() throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl(url);
        h2.setUser("sa");
        h2.getConnection().close();
        JdbcDataSource stranger = new JdbcDataSource();
        stranger.setUrl(url);
        stranger.setUser("stranger");
        String name = "stranger" + NUMBER.incrementAndGet();
        MariaDbUsers.make(name, "right");
        return Stream.of(
                stranger, PostgreSqlServer.dataSource("stranger", "wrong"), MariaDbServer.dataSource(name, "wrong"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isNotABusyDatabase(DataSource stranger) {
        StoreException failure = Writes.failure(Reason.UNREACHABLE, () -> Writes.generation(store(stranger)));

        assertThat(failure).hasMessageMatching("(?i).*(user|role|password).*");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isAFailureWithAPoolAsWell(DataSource stranger) {
        try (HikariDataSource pool = TestTables.pool(stranger, 1, 1000)) {
            // A pool that tries in the background may have forgotten why it has no connection.
            assertThatThrownBy(() -> Writes.generation(store(pool)))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.reason()).isIn(Reason.UNREACHABLE, Reason.BUSY));
        }
    }

    private static JdbcStore store(DataSource dataSource) {
        return JdbcStore.builder(dataSource, TestTables.CIPHER).build();
    }
}
