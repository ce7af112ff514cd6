package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;

/** What a host does not have is not missed. */
class OptionalDependenciesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.flywaydb",
                "liquibase",
                "org.springframework.boot.sql.autoconfigure",
                "org.springframework.boot.health",
                "org.springframework.boot.actuate",
                "io.micrometer",
                "org.springframework.security",
                "org.springframework.orm",
                "io.sipwright.ami",
                "io.sipwright.ari",
                "io.sipwright.realtime",
            })
    void without_it_there_is_a_sipwright_all_the_same(String missing) {
        Contexts.embedded(directory)
                .withClassLoader(new FilteredClassLoader(missing))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Sipwright.class);
                    assertThat(context).hasSingleBean(JdbcStore.class);
                });
    }

    @Test
    void without_security_no_one_is_named_and_the_system_does_it() {
        Contexts.embedded(directory)
                .withClassLoader(new FilteredClassLoader("org.springframework.security"))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(SipwrightActor.class);
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    sipwright.users().create(Contexts.user("john_doe"));
                    assertThat(sipwright.changesSince(0, 10).get(0).actor()).isEqualTo(ProvisioningStore.SYSTEM);
                });
    }

    @Test
    void without_the_ami_reloader_files_are_written_and_nothing_is_reloaded() {
        Contexts.embedded(directory)
                .withClassLoader(new FilteredClassLoader("io.sipwright.ami"))
                .run(context -> {
                    assertThat(context).hasSingleBean(NoReloaderFactory.class);
                    assertThat(context).doesNotHaveBean(AmiReloaderFactory.class);
                    assertThat(context.getBean(SipwrightNodes.class).observers())
                            .isEmpty();
                });
    }

    @Test
    void without_the_ami_reloader_an_account_of_it_is_refused() {
        Contexts.embedded(directory)
                .withClassLoader(new FilteredClassLoader(AmiReloader.class))
                .withPropertyValues("sipwright.ami.username=a", "sipwright.ami.password=b")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("sipwright.ami.username"));
    }

    @Test
    void without_the_overlay_a_user_of_it_is_refused() {
        Contexts.embedded(directory)
                .withClassLoader(new FilteredClassLoader("io.sipwright.ari"))
                .withPropertyValues(
                        "sipwright.ami.username=a",
                        "sipwright.ami.password=b",
                        "sipwright.ari.username=a",
                        "sipwright.ari.password=b")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SettingException.class)
                        .hasMessageContaining("sipwright.ari.username")
                        .extracting("action")
                        .asString()
                        .contains("sipwright-ari"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.sipwright.realtime", "org.springframework.boot.jdbc"})
    void without_it_rows_are_refused(String missing) {
        Contexts.bare(directory)
                .withClassLoader(new FilteredClassLoader(missing))
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withPropertyValues("sipwright.realtime.enabled=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SettingException.class)
                        .hasMessageContaining("sipwright.realtime.enabled: nothing here writes rows")
                        .extracting("action")
                        .asString()
                        .contains("sipwright-realtime", "spring-boot-starter-jdbc"));
    }

    @Test
    void without_the_manager_interface_rows_are_written_and_nobody_is_told() {
        Contexts.rows(directory, PostgreSqlServer.newDatabase())
                .withClassLoader(new FilteredClassLoader("io.sipwright.ami"))
                .run(context -> {
                    Contexts.begun(context);
                    assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_endpoints"))
                            .containsExactly("first");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.sipwright.jdbc", "org.springframework.boot.jdbc", "org.springframework.jdbc"})
    void without_it_there_is_no_store_and_no_sipwright(String missing) {
        Contexts.bare(directory)
                .withClassLoader(new FilteredClassLoader(missing))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(ProvisioningStore.class)
                        .doesNotHaveBean(Sipwright.class)
                        .doesNotHaveBean(SipwrightLifecycle.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.sipwright.jdbc", "org.springframework.boot.jdbc", "org.springframework.jdbc"})
    void without_it_a_store_of_the_host_is_enough(String missing) {
        Contexts.bare(directory)
                .withClassLoader(new FilteredClassLoader(missing))
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Sipwright.class));
    }

    @Test
    void without_a_data_source_there_is_nothing() {
        Contexts.bare(directory)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(DataSource.class)
                        .doesNotHaveBean(ProvisioningStore.class)
                        .doesNotHaveBean(Sipwright.class)
                        .doesNotHaveBean(SipwrightLifecycle.class));
    }

    @Test
    void switched_off_nothing_of_ours_is_there() {
        Contexts.embedded(directory)
                .withPropertyValues("sipwright.enabled=false")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(DataSource.class);
                    assertThat(context.getBeanDefinitionNames())
                            .noneMatch(name ->
                                    name.toLowerCase(java.util.Locale.ROOT).contains("sipwright"));
                });
    }
}
