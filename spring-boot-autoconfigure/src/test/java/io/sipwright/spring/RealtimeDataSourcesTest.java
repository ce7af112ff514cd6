package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Which data source has the tables that Asterisk reads. */
@Timeout(240)
class RealtimeDataSourcesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private static DataSource postgreSql(Environment environment) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(environment.getRequiredProperty("test.url"));
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        dataSource.setConnectTimeout(2);
        return dataSource;
    }

    /** As the guide of Spring Boot has it for a second data source; the first is Boot's own. */
    @Configuration(proxyBeanMethods = false)
    static class Marked {
        @Bean(defaultCandidate = false)
        @SipwrightRealtimeDataSource
        DataSource rows(Environment environment) {
            return postgreSql(environment);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedAndProxied {
        @Bean(defaultCandidate = false)
        @SipwrightRealtimeDataSource
        DataSource rows(Environment environment) {
            return new TransactionAwareDataSourceProxy(postgreSql(environment));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedForBoth {
        @Bean
        @SipwrightDataSource
        @SipwrightRealtimeDataSource
        DataSource both(Environment environment) {
            return postgreSql(environment);
        }

        @Bean
        DataSource other(Environment environment) {
            return postgreSql(environment);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Proxied {
        @Bean
        DataSource proxied(Environment environment) {
            return new TransactionAwareDataSourceProxy(postgreSql(environment));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Unmarked {
        @Bean
        DataSource first(Environment environment) {
            return postgreSql(environment);
        }

        @Bean
        DataSource second(Environment environment) {
            return postgreSql(environment);
        }
    }

    private ApplicationContextRunner host(Class<?> dataSources) {
        return Contexts.embedded(directory)
                .withUserConfiguration(dataSources)
                .withPropertyValues(
                        "test.url=" + PostgreSqlServer.url(PostgreSqlServer.newDatabase()),
                        "sipwright.secrets.plain-text=true",
                        "sipwright.jdbc.initialize-schema=always",
                        "sipwright.realtime.enabled=true",
                        "sipwright.realtime.initialize-schema=always");
    }

    /** It tells no one. */
    private static void requireInDatabaseOfStore(BeanFactory context, boolean expected) {
        assertThat(context.getBean(RealtimeTarget.class))
                .extracting("inDatabaseOfStore")
                .isEqualTo(expected);
    }

    private static boolean has(DataSource dataSource, String table) {
        return Boolean.TRUE.equals(new JdbcTemplate(dataSource)
                .queryForObject(
                        "SELECT COUNT(*) > 0 FROM information_schema.tables WHERE LOWER(table_name) = ?",
                        Boolean.class,
                        table));
    }

    @ParameterizedTest
    @ValueSource(classes = {Marked.class, MarkedAndProxied.class})
    void rows_of_another_database_are_written_by_the_next_round(Class<?> dataSources) {
        host(dataSources).run(context -> {
            assertThat(context).hasNotFailed();
            requireInDatabaseOfStore(context, false);
            DataSource rows = context.getBean("rows", DataSource.class);
            context.getBean(Sipwright.class)
                    .users()
                    .create(Contexts.user("john_doe"))
                    .awaitApplied(SOON);
            assertThat(Contexts.rowsIn(rows, "ps_endpoints")).containsExactly("john_doe");
            assertThat(has(rows, "sip_users")).isFalse();
            DataSource ofStore = context.getBean(DataSource.class);
            assertThat(has(ofStore, "sip_users")).isTrue();
            assertThat(has(ofStore, "ps_endpoints")).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {MarkedForBoth.class, Proxied.class})
    void one_database_is_known_to_be_one(Class<?> dataSources) {
        host(dataSources).run(context -> {
            assertThat(context).hasNotFailed();
            requireInDatabaseOfStore(context, true);
            Contexts.begun(context);
        });
    }

    @Test
    void beside_a_store_of_the_host_the_only_data_source_has_the_rows_and_no_transaction_is_shared() {
        host(Proxied.class)
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    requireInDatabaseOfStore(context, false);
                    Contexts.begun(context);
                    assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_aors"))
                            .containsExactly("first");
                });
    }

    @Test
    void beside_a_store_of_the_host_one_of_two_data_sources_has_to_be_marked() {
        host(Unmarked.class)
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SettingException.class)
                        .hasMessageContaining("open which data source")
                        .extracting("action")
                        .asString()
                        .contains("@SipwrightRealtimeDataSource"));
    }

    /** The store is needed at the start, and this is not: like an Asterisk it may come later. */
    @ParameterizedTest
    @ValueSource(strings = {"never", "embedded"})
    void another_database_that_is_not_there_does_not_hold_up_the_start(String mode) throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        host(Marked.class)
                .withPropertyValues(
                        "test.url=jdbc:postgresql://127.0.0.1:" + closed + "/db",
                        "sipwright.realtime.initialize-schema=" + mode)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    sipwright.users().create(Contexts.user("john_doe"));
                    sipwright.apply();
                    assertThat(sipwright.status().get(0).summary()).contains("can't be reached");
                    assertThat(Contexts.has(sipwright, "john_doe")).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "never", "embedded"})
    void a_database_that_asterisk_does_not_read_is_refused_at_the_start(String mode) {
        Contexts.embedded(directory)
                .withPropertyValues("sipwright.realtime.enabled=true", "sipwright.realtime.initialize-schema=" + mode)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Asterisk reads no rows from H2"));
    }
}
