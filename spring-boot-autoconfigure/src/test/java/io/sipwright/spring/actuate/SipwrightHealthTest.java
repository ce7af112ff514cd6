package io.sipwright.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.spring.SipwrightAutoConfiguration;
import io.sipwright.spring.SipwrightJdbcAutoConfiguration;
import io.sipwright.spring.SipwrightNodes;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What the health tells, and what it does not. */
@Timeout(60)
class SipwrightHealthTest {

    @TempDir
    Path directory;

    private final Scripted asterisk = new Scripted();

    private ApplicationContextRunner host(Supplier<SipwrightNodes> nodes) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(SipwrightAutoConfiguration.class, SipwrightHealthAutoConfiguration.class))
                .withPropertyValues("sipwright.apply.mode=before-return")
                .withBean(SipwrightNodes.class, nodes);
    }

    private ApplicationContextRunner host() {
        return host(() -> asterisk.in(directory)).withBean(ProvisioningStore.class, InMemoryStore::new);
    }

    private static Health health(ApplicationContext context) {
        return context.getBean("sipwrightHealthIndicator", HealthIndicator.class)
                .health();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> node(Health health) {
        return ((Map<String, Map<String, Object>>) health.getDetails().get("nodes")).get("pbx");
    }

    @Test
    void a_node_that_was_seen_running_it_is_up() {
        host().run(context -> {
            Scripted.create(context.getBean(Sipwright.class), "alice");

            Health health = health(context);

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("generation", 1L);
            assertThat(node(health))
                    .containsEntry("state", "applied")
                    .containsEntry("desiredGeneration", 1L)
                    .containsEntry("writtenGeneration", 1L)
                    .containsEntry("verifiedGeneration", 1L)
                    .extractingByKey("conditions")
                    .asString()
                    .contains("VERIFIED=TRUE (SeenRunning)");
        });
    }

    @Test
    void a_node_that_refuses_is_degraded_at_once_and_says_why() {
        host().run(context -> {
            asterisk.rejects("alice");
            Scripted.create(context.getBean(Sipwright.class), "alice");

            Health health = health(context);

            assertThat(health.getStatus()).isEqualTo(new Status("DEGRADED"));
            assertThat(node(health)).containsEntry("state", "refused");
            assertThat(node(health).get("summary")).asString().contains("endpoint alice", "out of mood");
        });
    }

    @Test
    void an_edit_by_someone_else_is_degraded() {
        host().run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            Scripted.create(sipwright, "alice");
            Files.writeString(directory.resolve("pjsip_users.conf"), "; mine");
            Scripted.create(sipwright, "bob");

            assertThat(health(context).getStatus()).isEqualTo(new Status("DEGRADED"));
            assertThat(node(health(context))).containsEntry("state", "refused");
        });
    }

    @Test
    void another_status_can_be_chosen() {
        host().withPropertyValues("sipwright.health.not-applied-status=OUT_OF_SERVICE")
                .run(context -> {
                    asterisk.rejects("alice");
                    Scripted.create(context.getBean(Sipwright.class), "alice");

                    assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                });
    }

    @Test
    void a_node_that_no_one_looks_at_is_up_once_its_files_are_written() {
        host(() -> Scripted.nodes(directory, Reloader.none()))
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withPropertyValues("sipwright.health.grace=0s")
                .run(context -> {
                    Scripted.create(context.getBean(Sipwright.class), "alice");

                    assertThat(health(context).getStatus()).isEqualTo(Status.UP);
                    assertThat(node(health(context))).containsEntry("state", "written");
                });
    }

    @Test
    void an_asterisk_that_is_not_reached_is_pending_within_the_grace() {
        host(this::nobody).withBean(ProvisioningStore.class, InMemoryStore::new).run(context -> {
            Scripted.create(context.getBean(Sipwright.class), "alice");

            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(node(health(context))).containsEntry("state", "pending");
            assertThat(node(health(context)).get("summary")).asString().contains("not reached");
        });
    }

    @Test
    void and_degraded_after_it() {
        host(this::nobody)
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withPropertyValues("sipwright.health.grace=1ms")
                .run(context -> {
                    Scripted.create(context.getBean(Sipwright.class), "alice");
                    long begun = System.nanoTime();
                    while (System.nanoTime() - begun < 5_000_000) {
                        Thread.onSpinWait(); // the grace
                    }

                    assertThat(health(context).getStatus()).isEqualTo(new Status("DEGRADED"));
                    assertThat(node(health(context))).containsEntry("state", "behind");
                });
    }

    /** Nothing listens there. */
    private SipwrightNodes nobody() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Scripted.nodes(directory, ami("127.0.0.1", free.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AmiReloader ami(String host, int port) {
        return AmiReloader.builder(host, port, "sipwright", Secret.of(Scripted.SECRET))
                .build();
    }

    @Test
    void a_store_that_cannot_be_read_is_down_and_the_nodes_are_told_all_the_same() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:health;DB_CLOSE_DELAY=-1");
        FailingDataSource dataSource = new FailingDataSource(database);
        host(() -> asterisk.in(directory))
                .withConfiguration(AutoConfigurations.of(SipwrightJdbcAutoConfiguration.class))
                .withPropertyValues("sipwright.secrets.plain-text=true", "sipwright.jdbc.initialize-schema=always")
                .withBean(DataSource.class, () -> dataSource)
                .run(context -> {
                    Scripted.create(context.getBean(Sipwright.class), "alice");
                    assertThat(health(context).getStatus()).isEqualTo(Status.UP);

                    dataSource.failing = true;
                    Health health = health(context);

                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails()).containsEntry("store", "unreachable");
                    assertThat(node(health)).containsEntry("state", "applied");
                    assertThat(health.toString()).doesNotContain(Scripted.SECRET);

                    dataSource.failing = false;
                    assertThat(health(context).getStatus()).isEqualTo(Status.UP);
                });
    }

    @Test
    void a_probe_does_not_speak_to_asterisk() {
        try (FakeAmiServer server = FakeAmiServer.start("sipwright", Scripted.SECRET)) {
            host(() -> Scripted.nodes(directory, ami(server.host(), server.port())))
                    .withBean(ProvisioningStore.class, InMemoryStore::new)
                    .run(context -> {
                        Scripted.create(context.getBean(Sipwright.class), "alice");
                        int connections = server.connections();
                        int actions = server.actions().size();
                        assertThat(connections).isPositive();

                        for (int probe = 0; probe < 100; probe++) {
                            health(context);
                        }

                        assertThat(server.connections()).isEqualTo(connections);
                        assertThat(server.actions()).hasSize(actions);
                    });
        }
    }

    @Test
    void nothing_secret_is_told() {
        host().run(context -> {
            asterisk.answers(new ReloadOutcome.Failed(ReloadOutcome.Failed.Cause.LOGIN_REFUSED, "no"));
            Scripted.create(context.getBean(Sipwright.class), "alice");

            assertThat(health(context).toString()).contains("LoginRefused").doesNotContain(Scripted.SECRET);
        });
    }

    @Test
    void it_backs_off() {
        host().withPropertyValues("management.health.sipwright.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(SipwrightHealthIndicator.class));
        host().withPropertyValues("sipwright.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(SipwrightHealthIndicator.class));
        host().withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
                .run(context ->
                        assertThat(context).hasSingleBean(Sipwright.class).doesNotHaveBean("sipwrightHealthIndicator"));
        host().withBean("sipwrightHealthIndicator", HealthIndicator.class, () -> Health.up()::build)
                .run(context -> assertThat(context).doesNotHaveBean(SipwrightHealthIndicator.class));
    }

    /** A database that comes and goes. */
    private static final class FailingDataSource extends DelegatingDataSource {

        private volatile boolean failing;

        FailingDataSource(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (failing) {
                throw new SQLException("No connection for sa/" + Scripted.SECRET, "08001");
            }
            return super.getConnection();
        }
    }
}
