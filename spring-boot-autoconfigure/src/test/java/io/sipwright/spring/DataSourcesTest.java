package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.jdbc.JdbcStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** Which of several data sources has our tables. */
class DataSourcesTest {

    @TempDir
    Path directory;

    private static EmbeddedDatabase database() {
        return new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .build();
    }

    private static boolean hasTables(DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "SIP_USERS", null)) {
            return tables.next();
        }
    }

    private static void requireTablesIn(AssertableApplicationContext context, String bean, String other)
            throws Exception {
        assertThat(context).hasNotFailed().hasSingleBean(Sipwright.class);
        assertThat(hasTables(context.getBean(bean, DataSource.class))).isTrue();
        assertThat(hasTables(context.getBean(other, DataSource.class))).isFalse();
    }

    @Configuration(proxyBeanMethods = false)
    static class Unmarked {
        @Bean
        DataSource first() {
            return database();
        }

        @Bean
        DataSource second() {
            return database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithPrimary {
        @Bean
        DataSource first() {
            return database();
        }

        @Bean
        @Primary
        DataSource second() {
            return database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {
        @Bean
        @SipwrightDataSource
        DataSource first() {
            return database();
        }

        @Bean
        @Primary
        DataSource second() {
            return database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedOfTwoEqual {
        @Bean
        @SipwrightDataSource
        DataSource first() {
            return database();
        }

        @Bean
        DataSource second() {
            return database();
        }
    }

    /** As the guide of Spring Boot has it for a second data source. */
    @Configuration(proxyBeanMethods = false)
    static class MarkedAndNoCandidate {
        @Bean(defaultCandidate = false)
        @SipwrightDataSource
        DataSource first() {
            return database();
        }

        @Bean
        DataSource second() {
            return database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OnlyMarkedAndNoCandidate {
        @Bean(defaultCandidate = false)
        @SipwrightDataSource
        DataSource first() {
            return database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Proxied {
        @Bean
        DataSource proxied() {
            return new TransactionAwareDataSourceProxy(database());
        }
    }

    @Test
    void of_two_without_a_mark_none_is_taken_and_the_report_says_why() {
        Contexts.bare(directory).withUserConfiguration(Unmarked.class).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(Sipwright.class).doesNotHaveBean(JdbcStore.class);
            ConditionEvaluationReport report = ConditionEvaluationReport.get(context.getBeanFactory());
            assertThat(report.getConditionAndOutcomesBySource()
                            .get(SipwrightJdbcAutoConfiguration.class.getName())
                            .toString())
                    .isNotNull();
            assertThat(
                            report
                                    .getConditionAndOutcomesBySource()
                                    .get(SipwrightJdbcAutoConfiguration.class.getName())
                                    .stream()
                                    .map(outcome -> outcome.getOutcome().getMessage())
                                    .toList()
                                    .toString())
                    .contains("OnlyOne", "first", "second", "Marked", "SipwrightDataSource");
        });
    }

    @Test
    void the_primary_one_is_taken() {
        Contexts.bare(directory)
                .withUserConfiguration(WithPrimary.class)
                .run(context -> requireTablesIn(context, "second", "first"));
    }

    @Test
    void the_marked_one_is_taken_before_the_primary_one() {
        Contexts.bare(directory)
                .withUserConfiguration(Marked.class)
                .run(context -> requireTablesIn(context, "first", "second"));
    }

    @Test
    void the_marked_one_of_two_is_taken() {
        Contexts.bare(directory)
                .withUserConfiguration(MarkedOfTwoEqual.class)
                .run(context -> requireTablesIn(context, "first", "second"));
    }

    @Test
    void a_marked_one_that_is_no_candidate_for_others_is_taken() {
        Contexts.bare(directory)
                .withUserConfiguration(MarkedAndNoCandidate.class)
                .run(context -> requireTablesIn(context, "first", "second"));
    }

    @Test
    void a_marked_one_that_is_no_candidate_for_others_is_taken_where_there_is_no_other() {
        Contexts.bare(directory)
                .withUserConfiguration(OnlyMarkedAndNoCandidate.class)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Sipwright.class));
    }

    @Test
    void a_proxy_that_joins_transactions_is_taken_off() {
        Contexts.bare(directory).withUserConfiguration(Proxied.class).run(context -> {
            assertThat(context).hasNotFailed();
            context.getBean(Sipwright.class).users().create(Contexts.user("john_doe"));
        });
    }
}
