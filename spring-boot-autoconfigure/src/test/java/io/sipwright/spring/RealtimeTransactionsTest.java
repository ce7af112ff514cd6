package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.target.TargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows count, and are gone, with the transaction of the host. */
@Timeout(240)
class RealtimeTransactionsTest {

    @TempDir
    Path directory;

    private final String database = PostgreSqlServer.newDatabase();

    /** What another connection sees, as that of an Asterisk does. */
    private List<String> committed() {
        return Contexts.rowsIn(postgreSql(PostgreSqlServer.url(database)), "ps_endpoints");
    }

    private static DataSource postgreSql(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        dataSource.setUser("postgres");
        return dataSource;
    }

    private static TransactionTemplate template(BeanFactory context, int propagation) {
        return new TransactionTemplate(
                context.getBean(PlatformTransactionManager.class), new DefaultTransactionDefinition(propagation));
    }

    private void in(ApplicationContextRunner host, ContextConsumer<AssertableApplicationContext> test) {
        host.withUserConfiguration(TransactionsTest.Service.class)
                // No round comes by itself: what is there was written with the change, or by the round that it wakes.
                .withPropertyValues("sipwright.apply.poll-interval=1h", "sipwright.apply.reconcile-interval=1h")
                .run(context -> {
                    Contexts.begun(context);
                    test.accept(context);
                });
    }

    private void inOneDatabase(ContextConsumer<AssertableApplicationContext> test) {
        in(Contexts.rows(directory, database), test);
    }

    @Test
    void rows_are_there_with_the_commit() {
        inOneDatabase(context -> {
            TransactionsTest.Service service = context.getBean(TransactionsTest.Service.class);
            service.run(() -> {
                service.sipwright().users().create(Contexts.user("john_doe"));
                assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_endpoints"))
                        .containsExactly("first", "john_doe");
                assertThat(committed()).containsExactly("first");
            });
            assertThat(committed()).containsExactly("first", "john_doe");
        });
    }

    @Test
    void a_rollback_leaves_no_row() {
        inOneDatabase(context -> {
            TransactionsTest.Service service = context.getBean(TransactionsTest.Service.class);
            assertThatThrownBy(() -> service.fail(() -> {
                        service.sipwright().users().create(Contexts.user("john_doe"));
                        service.sipwright().users().delete("first");
                    }))
                    .hasMessage("as a host may");
            assertThat(committed()).containsExactly("first");
            service.sipwright().apply();
            assertThat(committed()).containsExactly("first");
            // The rows have not lost count of what they hold.
            service.sipwright().users().create(Contexts.user("jane_doe"));
            assertThat(committed()).containsExactly("first", "jane_doe");
        });
    }

    @Test
    void a_transaction_of_its_own_leaves_its_rows_though_the_outer_one_rolls_back() {
        inOneDatabase(context -> {
            TransactionsTest.Service service = context.getBean(TransactionsTest.Service.class);
            TransactionTemplate own = template(context, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            assertThatThrownBy(() -> service.fail(() -> {
                        own.executeWithoutResult(
                                status -> service.sipwright().users().create(Contexts.user("john_doe")));
                        assertThat(committed()).containsExactly("first", "john_doe");
                    }))
                    .hasMessage("as a host may");
            assertThat(committed()).containsExactly("first", "john_doe");
        });
    }

    @Test
    void a_nested_transaction_that_rolls_back_takes_its_rows_along() {
        inOneDatabase(context -> {
            TransactionsTest.Service service = context.getBean(TransactionsTest.Service.class);
            TransactionTemplate nested = template(context, TransactionDefinition.PROPAGATION_NESTED);
            service.run(() -> {
                service.sipwright().users().create(Contexts.user("john_doe"));
                nested.executeWithoutResult(status -> {
                    service.sipwright().users().create(Contexts.user("jane_doe"));
                    status.setRollbackOnly();
                });
            });
            assertThat(committed()).containsExactly("first", "john_doe");
        });
    }

    @Test
    void a_strangers_row_refuses_the_change_with_its_name() {
        inOneDatabase(context -> {
            TransactionsTest.Service service = context.getBean(TransactionsTest.Service.class);
            new JdbcTemplate(context.getBean(DataSource.class)).update("INSERT INTO ps_aors (id) VALUES ('john_doe')");
            assertThatThrownBy(
                            () -> service.run(() -> service.sipwright().users().create(Contexts.user("john_doe"))))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("ps_aors")
                    .hasMessageContaining("john_doe");
            assertThat(Contexts.has(service.sipwright(), "john_doe")).isFalse();
            assertThat(committed()).containsExactly("first");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Elsewhere {
        @Bean(defaultCandidate = false)
        @SipwrightRealtimeDataSource
        DataSource rows(Environment environment) {
            return postgreSql(environment.getRequiredProperty("test.url"));
        }
    }

    @Test
    void rows_of_another_database_come_after_the_commit_and_never_after_a_rollback() {
        ApplicationContextRunner host = Contexts.embedded(directory)
                .withUserConfiguration(Elsewhere.class)
                .withPropertyValues(
                        "test.url=" + PostgreSqlServer.url(database),
                        "sipwright.realtime.enabled=true",
                        "sipwright.realtime.initialize-schema=always");
        in(host, context -> {
            TransactionsTest.Service service = context.getBean(TransactionsTest.Service.class);
            Sipwright sipwright = service.sipwright();
            assertThatThrownBy(() -> service.fail(() -> sipwright.users().create(Contexts.user("john_doe"))))
                    .hasMessage("as a host may");
            sipwright.apply();
            assertThat(committed()).containsExactly("first");
            service.run(() -> {
                sipwright.users().create(Contexts.user("jane_doe"));
                CompletableFuture.runAsync(sipwright::apply).join(); // all that counts, and this does not yet
                assertThat(committed()).containsExactly("first");
            });
            sipwright.users().create(Contexts.user("jim_doe")).awaitApplied(Duration.ofSeconds(20));
            assertThat(committed()).containsExactly("first", "jane_doe", "jim_doe");
        });
    }
}
