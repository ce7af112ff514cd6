package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.apply.Node;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.UserTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the properties say is what is made. */
class SettingsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    /** Notes what reloaders would be made of. */
    private static final class Noting implements ReloaderFactory {

        final List<Ami> made = new ArrayList<>();

        @Override
        public Reloader reloader(String property, Ami ami, String username, String password, boolean memoryCache) {
            made.add(ami);
            return Reloader.none();
        }

        @Override
        public Optional<AsteriskObserver> observer(Reloader reloader) {
            return Optional.empty();
        }
    }

    @Test
    void nodes_take_what_they_do_not_say_from_the_settings_for_all() throws Exception {
        Path east = Files.createDirectory(directory.resolve("east"));
        Noting noting = new Noting();
        Contexts.embedded(directory)
                .withBean(ReloaderFactory.class, () -> noting)
                .withPropertyValues(
                        "sipwright.ami.username=all",
                        "sipwright.ami.password=secret",
                        "sipwright.ami.connect-timeout=7s",
                        "sipwright.ami.verification=false",
                        "sipwright.ami.ssl.bundle=asterisk",
                        "sipwright.nodes.east.config-directory=" + east,
                        "sipwright.nodes.east.ami.host=10.0.0.1",
                        "sipwright.nodes.east.ami.port=5039",
                        "sipwright.nodes.east.ami.ssl.bundle=",
                        "sipwright.nodes.east.ami.verification=true",
                        "sipwright.nodes.west.ami.username=west",
                        "sipwright.nodes.west.ami.password=other",
                        "sipwright.nodes.west.ami.response-timeout=9s")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(SipwrightNodes.class).nodes())
                            .extracting(Node::name)
                            .containsExactly("east", "west");
                    Ami first = noting.made.get(0);
                    assertThat(first.host()).isEqualTo("10.0.0.1");
                    assertThat(first.port()).isEqualTo(5039);
                    assertThat(first.username()).isEqualTo("all");
                    assertThat(first.password()).isEqualTo("secret");
                    assertThat(first.connectTimeout()).isEqualTo(Duration.ofSeconds(7));
                    assertThat(first.verification()).isTrue();
                    assertThat(first.ssl().bundle()).isEmpty();
                    Ami second = noting.made.get(1);
                    assertThat(second.host()).isEqualTo("127.0.0.1");
                    assertThat(second.username()).isEqualTo("west");
                    assertThat(second.password()).isEqualTo("other");
                    assertThat(second.connectTimeout()).isEqualTo(Duration.ofSeconds(7));
                    assertThat(second.responseTimeout()).isEqualTo(Duration.ofSeconds(9));
                    assertThat(second.reloadTimeout()).isEqualTo(Duration.ofSeconds(60));
                    assertThat(second.verification()).isFalse();
                    assertThat(second.ssl().bundle()).isEqualTo("asterisk");
                });
    }

    @Test
    void every_node_gets_the_files() throws Exception {
        Path east = Files.createDirectory(directory.resolve("east"));
        Contexts.embedded(directory)
                .withPropertyValues(
                        "sipwright.nodes.east.config-directory=" + east, "sipwright.nodes.west.ami.host=10.0.0.2")
                .run(context -> {
                    context.getBean(Sipwright.class)
                            .users()
                            .create(Contexts.user("john_doe"))
                            .awaitApplied(SOON);
                    assertThat(east.resolve("pjsip_users.conf")).content().contains("[john_doe]");
                    assertThat(directory.resolve("pjsip_users.conf")).content().contains("[john_doe]");
                });
    }

    @Test
    void an_ssl_bundle_encrypts_the_connection() {
        Contexts.embedded(directory)
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues(
                        "spring.ssl.bundle.jks.asterisk.truststore.location=file:"
                                + Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"),
                        "sipwright.ami.username=a",
                        "sipwright.ami.password=b",
                        "sipwright.apply.auto-startup=false",
                        "sipwright.ami.ssl.bundle=asterisk")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(SipwrightNodes.class).observers())
                            .containsOnlyKeys(Node.DEFAULT_NAME);
                });
    }

    @Test
    void files_are_made_as_the_settings_say() {
        Contexts.embedded(directory)
                .withPropertyValues("sipwright.files.mode=rw-------")
                .run(context -> {
                    context.getBean(Sipwright.class)
                            .users()
                            .create(Contexts.user("john_doe"))
                            .awaitApplied(SOON);
                    assertThat(PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(directory.resolve("pjsip_users.conf"))))
                            .isEqualTo("rw-------");
                });
    }

    @Test
    void the_grace_of_registrations_is_that_of_the_settings() {
        AtomicReference<SipwrightBuilder> seen = new AtomicReference<>();
        Contexts.embedded(directory)
                .withBean(SipwrightCustomizer.class, () -> seen::set)
                .withPropertyValues("sipwright.apply.registration-grace=7s")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(seen.get())
                            .extracting("registrationGrace") // it tells no one
                            .isEqualTo(Duration.ofSeconds(7));
                });
    }

    @Test
    void templates_of_the_host_are_added() throws Exception {
        Path templates = Files.createDirectory(directory.resolve("templates"));
        Files.writeString(
                templates.resolve("ours.json"),
                "{\"id\": \"ours\", \"kind\": \"user\", \"extends\": \"basic_user\", \"version\": 1, \"displayName\": \"Ours\"}");
        Contexts.embedded(directory)
                .withPropertyValues("sipwright.templates=" + templates)
                .run(context -> assertThat(context.getBean(Sipwright.class).userTemplates())
                        .extracting(UserTemplate::id)
                        .contains("ours", "basic_user"));
    }

    @Test
    void who_is_logged_in_is_in_the_audit() {
        Contexts.embedded(directory).run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken("alice", "", "ROLE_ADMIN"));
            try {
                sipwright.users().create(Contexts.user("john_doe"));
            } finally {
                SecurityContextHolder.clearContext();
            }
            sipwright.users().create(Contexts.user("jane_doe"));
            assertThat(sipwright.changesSince(0, 10))
                    .extracting("actor")
                    .containsExactly("alice", ProvisioningStore.SYSTEM);
        });
    }

    @Test
    void a_keyset_is_made_once_and_for_the_owner_alone() {
        Path keyset = directory.resolve("keyset.json");
        var host = Contexts.embedded(directory)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:file:" + directory.resolve("db"),
                        "sipwright.jdbc.initialize-schema=always",
                        "sipwright.secrets.keyset-location=file:" + keyset,
                        "sipwright.secrets.create-keyset=true");
        host.run(context -> context.getBean(Sipwright.class).users().create(Contexts.user("john_doe")));
        assertThat(keyset).exists().content().contains("primaryKeyId");
        host.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(Contexts.has(context.getBean(Sipwright.class), "john_doe"))
                    .isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
                    .isEqualTo("rw-------");
            assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
        });
    }

    /** As a cached context of a test does, or a restart by the developer tools. */
    @Test
    void contexts_of_one_process_share_an_embedded_database() {
        var host = Contexts.embedded(directory)
                .withPropertyValues("spring.datasource.url=jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1");
        host.run(first -> {
            first.getBean(Sipwright.class).users().create(Contexts.user("john_doe"));
            host.run(second -> {
                assertThat(second).hasNotFailed();
                assertThat(Contexts.has(second.getBean(Sipwright.class), "john_doe"))
                        .isTrue();
            });
        });
    }

    @Test
    void threads_are_of_the_platform_unless_it_is_said() {
        Contexts.embedded(directory)
                .run(context ->
                        assertThat(isVirtual(context.getBean(Sipwright.class))).isFalse());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void threads_are_virtual_when_those_of_spring_boot_are() {
        CompletableFuture<Thread> seen = new CompletableFuture<>();
        Contexts.embedded(directory)
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .withBean(io.sipwright.apply.ApplyListener.class, () -> seeing(seen))
                .run(context -> {
                    Thread thread = seen.get(20, TimeUnit.SECONDS);
                    assertThat(thread.getName()).isEqualTo("sipwright-default");
                    assertThat((Boolean) Thread.class.getMethod("isVirtual").invoke(thread))
                            .isTrue();
                });
    }

    private static io.sipwright.apply.ApplyListener seeing(CompletableFuture<Thread> seen) {
        return new io.sipwright.apply.ApplyListener() {
            @Override
            public void roundStarted(String node, long generation) {
                seen.complete(Thread.currentThread());
            }
        };
    }

    /** Virtual threads are not among those of the process. */
    private static boolean isVirtual(Sipwright sipwright) {
        sipwright.users().create(Contexts.user("john_doe")).awaitApplied(SOON);
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("sipwright-default"));
    }
}
