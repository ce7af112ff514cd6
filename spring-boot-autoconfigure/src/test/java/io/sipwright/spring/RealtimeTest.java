package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Node;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import io.sipwright.target.ConfigFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nodes get rows in the place of files, where it is said. */
@Timeout(240)
class RealtimeTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final String database = PostgreSqlServer.newDatabase();

    private ApplicationContextRunner host() {
        return Contexts.rows(directory, database);
    }

    private static List<Node> nodes(org.springframework.beans.factory.BeanFactory context) {
        return context.getBean(SipwrightNodes.class).nodes();
    }

    /** Notes for which accounts Asterisk is taken to have a memory cache. */
    private static final class Noting implements ReloaderFactory {

        final List<String> made = new ArrayList<>();

        @Override
        public Reloader reloader(String property, Ami ami, String username, String password, boolean memoryCache) {
            made.add(property + " " + memoryCache);
            return Reloader.none();
        }

        @Override
        public Optional<AsteriskObserver> observer(Reloader reloader) {
            return Optional.empty();
        }
    }

    @Test
    void rows_are_written_with_the_change_and_no_files() {
        host().run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(RealtimeTarget.class);
            Sipwright sipwright = Contexts.begun(context);

            sipwright.users().create(Contexts.user("john_doe"));

            assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_endpoints"))
                    .containsExactly("first", "john_doe");
            assertThat(directory).isEmptyDirectory();
        });
    }

    @Test
    void one_target_serves_all_nodes() {
        host().withPropertyValues("sipwright.nodes.east.ami.host=10.0.0.1", "sipwright.nodes.west.ami.host=10.0.0.2")
                .run(context -> assertThat(nodes(context))
                        .hasSize(2)
                        .extracting(Node::target)
                        .containsOnly(context.getBean(RealtimeTarget.class)));
    }

    @Test
    void a_node_may_keep_its_files_while_another_has_rows() {
        host().withPropertyValues("sipwright.nodes.east.publish-by=files", "sipwright.nodes.west.publish-by=rows")
                .run(context -> {
                    assertThat(nodes(context).get(0).target()).isInstanceOf(ConfigFiles.class);
                    assertThat(nodes(context).get(1).target()).isSameAs(context.getBean(RealtimeTarget.class));
                    context.getBean(Sipwright.class)
                            .users()
                            .create(Contexts.user("john_doe"))
                            .awaitApplied(SOON);

                    assertThat(directory.resolve("pjsip_users.conf")).content().contains("[john_doe]");
                    assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_auths"))
                            .containsExactly("john_doe");
                });
    }

    @Test
    void nothing_is_there_that_is_not_asked_for() {
        host().withPropertyValues("sipwright.realtime.enabled=false").run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(RealtimeTarget.class)
                    .doesNotHaveBean(SipwrightRealtimeSchema.class);
            assertThat(nodes(context).get(0).target()).isInstanceOf(ConfigFiles.class);
        });
        host().withPropertyValues("sipwright.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RealtimeTarget.class));
    }

    @Test
    void the_tables_are_where_it_is_said() {
        host().withPropertyValues(
                        "spring.datasource.hikari.connection-init-sql=CREATE SCHEMA IF NOT EXISTS voice",
                        "sipwright.realtime.schema=voice",
                        "sipwright.realtime.table-prefix=x_")
                .run(context -> {
                    Contexts.begun(context);
                    assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "voice.x_ps_aors"))
                            .containsExactly("first");
                });
    }

    @Test
    void rows_are_for_the_asterisk_that_is_rendered_for() {
        host().withPropertyValues("sipwright.asterisk-version=16")
                .run(context -> assertThat(context.getBean(RealtimeTarget.class))
                        .extracting("version") // it tells no one
                        .isEqualTo(AsteriskVersion.V16));
    }

    @Test
    void tables_without_stamps_serve_when_it_is_said() {
        host().run(context -> {
            for (String table : new String[] {"endpoints", "auths", "aors", "registrations", "endpoint_id_ips"}) {
                new JdbcTemplate(context.getBean(DataSource.class))
                        .execute("ALTER TABLE ps_" + table + " DROP COLUMN \"@rev\"");
            }
        });
        host().run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("no column for stamps"));
        host().withPropertyValues("sipwright.realtime.stamps=false").run(context -> {
            Contexts.begun(context);
            assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_aors"))
                    .containsExactly("first");
        });
    }

    @Test
    void a_target_of_the_host_takes_the_place_of_ours() {
        RealtimeTarget own = RealtimeTarget.builder(new org.h2.jdbcx.JdbcDataSource())
                .tablePrefix("own_")
                .build();
        host().withBean(RealtimeTarget.class, () -> own)
                .withPropertyValues("sipwright.apply.auto-startup=false")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(SipwrightRealtimeSchema.class);
                    assertThat(nodes(context).get(0).target()).isSameAs(own);
                });
    }

    @Test
    void nodes_of_the_host_may_have_our_target() {
        host().withBean(
                        SipwrightNodes.class,
                        () -> new SipwrightNodes(
                                List.of(new Node(
                                        "mine",
                                        files -> new io.sipwright.target.WriteResult(Map.of()),
                                        Reloader.none())),
                                Map.of()))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(RealtimeTarget.class));
    }

    @Test
    void a_memory_cache_is_known_where_there_are_rows() {
        Noting noting = new Noting();
        host().withBean(ReloaderFactory.class, () -> noting)
                .withPropertyValues(
                        "sipwright.realtime.memory-cache=true",
                        "sipwright.ami.username=a",
                        "sipwright.ami.password=b",
                        "sipwright.nodes.east.publish-by=files",
                        "sipwright.nodes.west.config-directory=" + directory)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(noting.made)
                            .containsExactly("sipwright.nodes.east.ami false", "sipwright.nodes.west.ami true");
                });
    }

    @Test
    void a_memory_cache_reaches_the_reloader() {
        host().withPropertyValues(
                        "sipwright.realtime.memory-cache=true",
                        "sipwright.ami.username=a",
                        "sipwright.ami.password=b",
                        "sipwright.apply.auto-startup=false")
                .run(context -> assertThat(nodes(context).get(0).reloader())
                        .extracting("settings.memoryCache") // it tells no one
                        .isEqualTo(true));
    }

    @Test
    void a_node_of_its_own_may_go_first() {
        host().withPropertyValues(
                        "sipwright.nodes.east.publish-by=files",
                        "sipwright.nodes.west.config-directory=" + directory,
                        "sipwright.nodes.north.config-directory=" + directory,
                        "sipwright.apply.canary=east")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    context.getBean(Sipwright.class).users().create(Contexts.user("john_doe"));
                    context.getBean(Sipwright.class).apply();
                    // It has no account of an Asterisk, so that nobody sees what it runs, and the others wait.
                    assertThat(directory.resolve("pjsip_users.conf")).content().contains("[john_doe]");
                    assertThat(Contexts.rowsIn(context.getBean(DataSource.class), "ps_endpoints"))
                            .isEmpty();
                });
    }
}
