package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.Node;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.SecretCipher;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.TemplateCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** A host's own bean takes the place of ours. */
class BackOffTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private ApplicationContextRunner host() {
        return Contexts.embedded(directory);
    }

    @Test
    void a_catalog_of_the_host() {
        TemplateCatalog catalog = TemplateCatalog.builder()
                .addJson(
                        "ours",
                        "{\"id\": \"ours\", \"kind\": \"user\", \"extends\": \"basic_user\", \"version\": 1, \"displayName\": \"Ours\"}")
                .build();
        host().withBean(TemplateCatalog.class, () -> catalog).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(TemplateCatalog.class);
            assertThat(context.getBean(Sipwright.class).userTemplate("ours")).isNotNull();
        });
    }

    @Test
    void a_version_of_the_host() {
        host().withBean(AsteriskVersion.class, () -> AsteriskVersion.V16)
                .withPropertyValues("sipwright.asterisk-version=nonsense that no one looks at")
                .run(context ->
                        assertThat(context.getBean(AsteriskVersion.class)).isEqualTo(AsteriskVersion.V16));
    }

    @Test
    void a_cipher_of_the_host_seals() {
        host().withBean(SecretCipher.class, SecretCipher::plainText)
                .withPropertyValues("sipwright.secrets.keyset=nonsense that no one looks at")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SecretCipher.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSchema {
        @Bean
        SipwrightSchema ownSchema(DataSource dataSource) {
            SchemaInitializer initializer = SchemaInitializer.of(dataSource, "", "own_");
            return new SipwrightSchema(dataSource, initializer, DatabaseInitializationMode.ALWAYS);
        }
    }

    @Test
    void a_schema_of_the_host_is_made_before_the_store_is_used() {
        host().withUserConfiguration(OwnSchema.class)
                .withPropertyValues("sipwright.jdbc.table-prefix=own_", "sipwright.jdbc.initialize-schema=never")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(SipwrightSchema.class);
                    context.getBean(Sipwright.class).users().create(Contexts.user("john_doe"));
                });
    }

    @Test
    void a_store_of_the_host_leaves_nothing_of_jdbc() {
        host().withBean(ProvisioningStore.class, InMemoryStore::new)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Sipwright.class)
                        .doesNotHaveBean(JdbcStore.class)
                        .doesNotHaveBean(SecretCipher.class)
                        .doesNotHaveBean(SipwrightSchema.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnJdbcStore {
        @Bean
        JdbcStore ownStore(DataSource dataSource) {
            SchemaInitializer.of(dataSource).run();
            return JdbcStore.builder(dataSource, SecretCipher.plainText()).build();
        }
    }

    @Test
    void a_jdbc_store_of_the_host() {
        host().withUserConfiguration(OwnJdbcStore.class).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(JdbcStore.class).hasSingleBean(Sipwright.class);
            assertThat(context).doesNotHaveBean(SipwrightSchema.class);
        });
    }

    @Test
    void of_two_stores_of_the_host_none_is_taken() {
        host().withBean("one", ProvisioningStore.class, InMemoryStore::new)
                .withBean("two", ProvisioningStore.class, InMemoryStore::new)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Sipwright.class));
    }

    @Test
    void nodes_of_the_host() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other"));
        Node node = new Node("mine", ConfigFiles.in(other), Reloader.none());
        host().withBean(SipwrightNodes.class, () -> new SipwrightNodes(List.of(node), Map.of()))
                .withPropertyValues("sipwright.files.mode=nonsense that no one looks at")
                .run(context -> {
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    sipwright.users().create(Contexts.user("john_doe")).awaitApplied(SOON);
                    assertThat(sipwright.status()).extracting("node").containsExactly("mine");
                    assertThat(other.resolve("pjsip_users.conf")).exists();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSipwright {
        @Bean
        Sipwright own(ProvisioningStore store, SipwrightNodes nodes) {
            return Sipwright.builder()
                    .store(store)
                    .node(nodes.nodes().get(0))
                    .autoStart(false)
                    .build();
        }
    }

    @Test
    void a_sipwright_of_the_host_is_started_with_the_application() {
        host().withUserConfiguration(OwnSipwright.class).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Sipwright.class);
            assertThat(context.getBean(Sipwright.class)
                            .users()
                            .create(Contexts.user("john_doe"))
                            .awaitApplied(SOON)
                            .isInFiles())
                    .isTrue();
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoSipwrights {
        @Bean
        Sipwright one(ProvisioningStore store, SipwrightNodes nodes) {
            return new OwnSipwright().own(store, nodes);
        }

        @Bean
        Sipwright two(ProvisioningStore store, SipwrightNodes nodes) {
            return new OwnSipwright().own(store, nodes);
        }
    }

    @Test
    void two_sipwrights_of_the_host_are_left_to_it() {
        host().withUserConfiguration(TwoSipwrights.class)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SipwrightLifecycle.class));
    }

    @Test
    void an_actor_of_the_host_is_in_the_audit() {
        host().withBean(SipwrightActor.class, () -> () -> "alice").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(SipwrightActor.class);
            Sipwright sipwright = context.getBean(Sipwright.class);
            sipwright.users().create(Contexts.user("john_doe"));
            assertThat(sipwright.changesSince(0, 10).get(0).actor()).isEqualTo("alice");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {
        final List<String> order = new CopyOnWriteArrayList<>();

        @Bean
        List<String> order() {
            return order;
        }

        @Bean
        @Order(2)
        SipwrightCustomizer last() {
            return builder -> {
                order.add("last");
                builder.actor(() -> "last");
            };
        }

        @Bean
        @Order(1)
        SipwrightCustomizer first() {
            return builder -> {
                order.add("first");
                builder.actor(() -> "first");
            };
        }
    }

    @Test
    void customizers_have_the_last_word_in_their_order_and_once() {
        host().withUserConfiguration(Customizers.class)
                .withBean(SipwrightActor.class, () -> () -> "alice")
                .run(context -> {
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    sipwright.users().create(Contexts.user("john_doe"));
                    assertThat(sipwright.changesSince(0, 10).get(0).actor()).isEqualTo("last");
                    assertThat(context.getBean(Customizers.class).order).containsExactly("first", "last");
                });
    }

    @Test
    void listeners_of_the_host_are_told() {
        List<String> told = new CopyOnWriteArrayList<>();
        ApplyListener listener = new ApplyListener() {
            @Override
            public void roundStarted(String node, long generation) {
                told.add(node + " " + generation);
            }
        };
        host().withBean("one", ApplyListener.class, () -> listener)
                .withBean("two", ApplyListener.class, () -> listener)
                .run(context -> {
                    context.getBean(Sipwright.class)
                            .users()
                            .create(Contexts.user("john_doe"))
                            .awaitApplied(SOON);
                    assertThat(told).filteredOn("default 1"::equals).hasSizeGreaterThanOrEqualTo(2);
                });
    }
}
