package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our tables are made after those of the host's own tools, and before anyone uses them. */
class SchemaTest {

    @TempDir
    Path directory;

    private static boolean has(DataSource dataSource, String table) {
        try (Connection connection = dataSource.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, table, null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks, at the moment at which our tables are made, whether those of the host are there. */
    @Configuration(proxyBeanMethods = false)
    static class Watched {
        @Bean
        WatchedSchema watchedSchema(DataSource dataSource) {
            return new WatchedSchema(dataSource);
        }

        /** A bean of the host that uses the database as soon as it may. */
        @Bean
        @DependsOnDatabaseInitialization
        String user(DataSource dataSource) {
            return "our tables are there: " + has(dataSource, "SIP_USERS");
        }
    }

    static final class WatchedSchema extends SipwrightSchema {

        private final DataSource dataSource;
        private boolean hostWasFirst;

        WatchedSchema(DataSource dataSource) {
            super(dataSource, SchemaInitializer.of(dataSource), DatabaseInitializationMode.ALWAYS);
            this.dataSource = dataSource;
        }

        @Override
        public void afterPropertiesSet() {
            hostWasFirst = has(dataSource, "HOST_THINGS");
            super.afterPropertiesSet();
        }
    }

    private void requireHostFirst(ApplicationContextRunner host) {
        host.withUserConfiguration(Watched.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(WatchedSchema.class).hostWasFirst).isTrue();
            assertThat(context.getBean("user")).isEqualTo("our tables are there: true");
            context.getBean(Sipwright.class).users().create(Contexts.user("john_doe"));
        });
    }

    @Test
    void our_tables_come_after_those_of_flyway() {
        requireHostFirst(Contexts.embedded(directory)
                .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                .withPropertyValues("spring.flyway.locations=classpath:migrations-host"));
    }

    @Test
    void our_tables_come_after_those_of_liquibase() {
        requireHostFirst(Contexts.embedded(directory)
                .withConfiguration(AutoConfigurations.of(LiquibaseAutoConfiguration.class))
                .withPropertyValues("spring.liquibase.change-log=classpath:migrations-host/changelog.xml"));
    }

    @Test
    void our_tables_come_after_those_of_scripts() {
        requireHostFirst(Contexts.embedded(directory)
                .withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues("spring.sql.init.schema-locations=classpath:migrations-host/V1__host.sql"));
    }

    @Test
    void flyway_can_run_our_scripts_itself() {
        Contexts.embedded(directory)
                .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                .withPropertyValues(
                        "spring.flyway.locations=classpath:io/sipwright/jdbc/schema/h2",
                        "spring.flyway.placeholders.table=mine_",
                        "spring.flyway.placeholders.prefix=mine_",
                        "sipwright.jdbc.table-prefix=mine_",
                        "sipwright.jdbc.initialize-schema=never")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Flyway.class);
                    context.getBean(Sipwright.class).users().create(Contexts.user("john_doe"));
                });
    }

    @Test
    void liquibase_can_run_our_scripts_itself() {
        Contexts.embedded(directory)
                .withConfiguration(AutoConfigurations.of(LiquibaseAutoConfiguration.class))
                .withPropertyValues(
                        "spring.liquibase.change-log=classpath:migrations-host/ours.xml",
                        "sipwright.jdbc.table-prefix=mine_",
                        "sipwright.jdbc.initialize-schema=never")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    context.getBean(Sipwright.class).users().create(Contexts.user("john_doe"));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "embedded, mem, true",
        "always, mem, true",
        "never, mem, false",
        "embedded, file, false",
        "always, file, true",
        "never, file, false"
    })
    void tables_are_made_when_it_is_said(String mode, String kind, boolean made) {
        String url = kind.equals("mem")
                ? "jdbc:h2:mem:" + mode + ";DB_CLOSE_DELAY=-1"
                : "jdbc:h2:file:" + directory.resolve("db");
        Contexts.embedded(directory)
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "sipwright.jdbc.initialize-schema=" + mode,
                        "sipwright.secrets.plain-text=true")
                .run(context -> {
                    if (made) {
                        assertThat(context).hasNotFailed();
                        assertThat(has(context.getBean(DataSource.class), "SIP_USERS"))
                                .isTrue();
                    } else {
                        assertThat(context).getFailure().rootCause().hasMessageContaining("SIP_STATE");
                    }
                });
    }

    @Test
    void the_tables_are_where_it_is_said() {
        Contexts.embedded(directory)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:elsewhere;DB_CLOSE_DELAY=-1;INIT=CREATE SCHEMA IF NOT EXISTS VOICE",
                        "sipwright.jdbc.schema=VOICE",
                        "sipwright.jdbc.table-prefix=PBX_")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(JdbcStore.class);
                    assertThat(has(context.getBean(DataSource.class), "PBX_SIP_USERS"))
                            .isTrue();
                });
    }
}
