package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.jdbc.JdbcStore;
import io.sipwright.realtime.RealtimeSchema;
import io.sipwright.realtime.RealtimeTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that Asterisk reads are made after those of the host's own tools, and before anyone uses them. */
@Timeout(240)
class RealtimeSchemaTest {

    @TempDir
    Path directory;

    private final String database = PostgreSqlServer.newDatabase();

    private static List<String> tables(DataSource dataSource) {
        return new JdbcTemplate(dataSource)
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", String.class);
    }

    /** Notes which tables there are when ours are made, and when the host may use them. */
    @Configuration(proxyBeanMethods = false)
    static class Watched {

        final List<String> before = new CopyOnWriteArrayList<>();

        @Bean
        SipwrightRealtimeSchema watchedSchema(DataSource dataSource) {
            return new SipwrightRealtimeSchema(
                    dataSource, RealtimeSchema.of(dataSource), DatabaseInitializationMode.ALWAYS) {
                @Override
                public void afterPropertiesSet() {
                    before.addAll(tables(dataSource));
                    super.afterPropertiesSet();
                }
            };
        }

        @Bean
        @DependsOnDatabaseInitialization
        List<String> after(DataSource dataSource) {
            return tables(dataSource);
        }
    }

    @Test
    void they_come_after_those_of_the_host_and_before_all_that_depends_on_them() {
        Contexts.rows(directory, database)
                .withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.sql.init.mode=always",
                        "spring.sql.init.schema-locations=classpath:migrations-host/V1__host.sql",
                        "sipwright.realtime.initialize-schema=never") // the bean of the host does it
                .withUserConfiguration(Watched.class)
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(SipwrightRealtimeSchema.class);
                    assertThat(context.getBean(Watched.class).before)
                            .contains("host_things")
                            .doesNotContain("ps_aors");
                    assertThat(context.getBean("after"))
                            .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                            .contains("host_things", "ps_aors", "sip_rows", "sip_users");
                    for (Class<?> user : new Class<?>[] {RealtimeTarget.class, JdbcStore.class}) {
                        assertThat(context.getBeanFactory()
                                        .getDependenciesForBean(context.getBeanNamesForType(user)[0]))
                                .contains("watchedSchema", "sipwrightSchema");
                    }
                    Contexts.begun(context);
                });
    }

    @ParameterizedTest
    @CsvSource({"always, true", "never, false", "embedded, false"})
    void they_are_made_when_it_is_said(String mode, boolean made) {
        Contexts.rows(directory, database)
                .withPropertyValues("sipwright.realtime.initialize-schema=" + mode)
                .run(context -> {
                    if (made) {
                        assertThat(context).hasNotFailed();
                        assertThat(tables(context.getBean(DataSource.class))).contains("ps_aors", "sip_rows");
                    } else {
                        assertThat(context).getFailure().rootCause().hasMessageContaining("ps_aors");
                    }
                });
    }

    @Test
    void tables_that_are_there_are_left_as_they_are() {
        Contexts.rows(directory, database).run(context -> {
            Contexts.begun(context);
            new JdbcTemplate(context.getBean(DataSource.class)).update("INSERT INTO ps_aors (id) VALUES ('stranger')");
        });
        for (String mode : new String[] {"always", "never"}) {
            Contexts.rows(directory, database)
                    .withPropertyValues("sipwright.realtime.initialize-schema=" + mode)
                    .run(context -> assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_aors"))
                            .containsExactly("first", "stranger"));
        }
    }
}
