package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.ApplyListener;
import io.sipwright.user.SipUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A change in a transaction of the host counts, and is applied, with its commit only. */
class TransactionsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    enum Manager {
        JDBC,
        JPA
    }

    private ApplicationContextRunner host(Manager manager) {
        ApplicationContextRunner host = Contexts.embedded(directory)
                // What is applied is due to a change, not to a look at everything.
                .withPropertyValues("sipwright.apply.poll-interval=1h", "sipwright.apply.reconcile-interval=1h")
                .withUserConfiguration(Service.class, Events.class);
        return manager == Manager.JDBC
                ? host
                : host.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                        .withPropertyValues("spring.jpa.properties.jakarta.persistence.validation.mode=none");
    }

    private void in(Manager manager, ContextConsumer<AssertableApplicationContext> test) {
        host(manager).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(PlatformTransactionManager.class))
                    .isInstanceOf(manager == Manager.JPA ? JpaTransactionManager.class : JdbcTransactionManager.class);
            awaitFirstRound(context.getBean(Sipwright.class));
            test.accept(context);
        });
    }

    /** The first round looks at everything, and could bring a change along. */
    private void awaitFirstRound(Sipwright sipwright) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (sipwright.status().get(0).lastRound() == null) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean isInFiles(String user) throws Exception {
        Path file = directory.resolve("pjsip_users.conf");
        return Files.exists(file) && Files.readString(file).contains("[" + user + "]");
    }

    private static long wanted(Sipwright sipwright) {
        return sipwright.status().get(0).desiredGeneration();
    }

    private void requireNothingOf(Sipwright sipwright, String user) throws Exception {
        assertThat(Contexts.has(sipwright, user)).isFalse();
        assertThat(wanted(sipwright)).isEqualTo(0);
        assertThat(sipwright.changesSince(0, 10)).isEmpty();
        sipwright.apply();
        assertThat(isInFiles(user)).isFalse();
    }

    /** Of the host. */
    static class Service {

        private final Sipwright sipwright;

        Service(Sipwright sipwright) {
            this.sipwright = sipwright;
        }

        public Sipwright sipwright() {
            return sipwright;
        }

        @Transactional
        public void run(Runnable work) {
            work.run();
        }

        @Transactional
        public void fail(Runnable work) {
            work.run();
            throw new IllegalStateException("as a host may");
        }
    }

    static final class Event {}

    /** Of the host. */
    static class Events {

        static final ThreadLocal<Runnable> LISTENER = new ThreadLocal<>();

        @TransactionalEventListener
        public void committed(Event event) {
            LISTENER.get().run();
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
        public void rolledBack(Event event) {
            LISTENER.get().run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_applied_after_the_commit(Manager manager) {
        in(manager, context -> {
            Service service = context.getBean(Service.class);
            Sipwright sipwright = service.sipwright();
            List<Provisioned<SipUser>> made = new CopyOnWriteArrayList<>();
            service.run(() -> {
                made.add(sipwright.users().create(Contexts.user("john_doe")));
                assertThat(made.get(0).applied()).isEmpty();
                assertThat(wanted(sipwright)).isEqualTo(0);
                assertThat(Contexts.has(sipwright, "john_doe")).isTrue();
            });
            assertThat(made.get(0).awaitApplied(SOON).isInFiles()).isTrue();
            assertThat(isInFiles("john_doe")).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_gone_after_the_rollback(Manager manager) {
        in(manager, context -> {
            Service service = context.getBean(Service.class);
            assertThatThrownBy(
                            () -> service.fail(() -> service.sipwright().users().create(Contexts.user("john_doe"))))
                    .hasMessage("as a host may");
            requireNothingOf(service.sipwright(), "john_doe");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_gone_when_the_transaction_may_only_roll_back(Manager manager) {
        in(manager, context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                sipwright.users().create(Contexts.user("john_doe"));
                status.setRollbackOnly();
            });
            requireNothingOf(sipwright, "john_doe");
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_the_host_writes_goes_with_the_change(Manager manager) {
        in(manager, context -> {
            Service service = context.getBean(Service.class);
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            jdbc.execute("CREATE TABLE things (id INT)");
            // A name that is taken is refused, and what the host did in this transaction before that stays.
            service.run(() -> {
                jdbc.update("INSERT INTO things VALUES (1)");
                service.sipwright().users().create(Contexts.user("john_doe"));
                assertThatThrownBy(() -> service.sipwright().users().create(Contexts.user("john_doe")))
                        .isNotNull();
            });
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM things", Integer.class))
                    .isEqualTo(1);
            assertThat(Contexts.has(service.sipwright(), "john_doe")).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_of_its_own_counts_though_the_outer_one_rolls_back(Manager manager) {
        in(manager, context -> {
            Service service = context.getBean(Service.class);
            TransactionTemplate own = new TransactionTemplate(
                    context.getBean(PlatformTransactionManager.class),
                    of(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
            assertThatThrownBy(() -> service.fail(() -> own.executeWithoutResult(
                            status -> service.sipwright().users().create(Contexts.user("john_doe")))))
                    .hasMessage("as a host may");
            assertThat(Contexts.has(service.sipwright(), "john_doe")).isTrue();
            assertThat(wanted(service.sipwright())).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void outside_of_the_suspended_transaction_a_change_counts_at_once(Manager manager) {
        in(manager, context -> {
            Service service = context.getBean(Service.class);
            TransactionTemplate none = new TransactionTemplate(
                    context.getBean(PlatformTransactionManager.class),
                    of(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
            assertThatThrownBy(() -> service.fail(() -> none.executeWithoutResult(status -> {
                        service.sipwright().users().create(Contexts.user("john_doe"));
                        assertThat(wanted(service.sipwright())).isEqualTo(1);
                    })))
                    .hasMessage("as a host may");
            assertThat(Contexts.has(service.sipwright(), "john_doe")).isTrue();
        });
    }

    @Test
    void a_nested_transaction_that_rolls_back_takes_its_change_along() {
        in(Manager.JDBC, context -> {
            Service service = context.getBean(Service.class);
            TransactionTemplate nested = new TransactionTemplate(
                    context.getBean(PlatformTransactionManager.class), of(TransactionDefinition.PROPAGATION_NESTED));
            service.run(() -> nested.executeWithoutResult(status -> {
                service.sipwright().users().create(Contexts.user("john_doe"));
                status.setRollbackOnly();
            }));
            requireNothingOf(service.sipwright(), "john_doe");
        });
    }

    @Test
    void a_nested_transaction_that_rolls_back_leaves_what_was_changed_before() {
        in(Manager.JDBC, context -> {
            Service service = context.getBean(Service.class);
            Sipwright sipwright = service.sipwright();
            TransactionTemplate nested = new TransactionTemplate(
                    context.getBean(PlatformTransactionManager.class), of(TransactionDefinition.PROPAGATION_NESTED));
            service.run(() -> {
                sipwright.users().create(Contexts.user("john_doe"));
                nested.executeWithoutResult(status -> {
                    sipwright.users().create(Contexts.user("jane_doe"));
                    status.setRollbackOnly();
                });
                nested.executeWithoutResult(status -> sipwright.users().create(Contexts.user("jim_doe")));
            });
            assertThat(Contexts.has(sipwright, "jane_doe")).isFalse();
            assertThat(wanted(sipwright)).isEqualTo(2);
            assertThat(sipwright
                            .users()
                            .update(
                                    "jim_doe",
                                    io.sipwright.user.SipUserPatch.builder().build())
                            .awaitApplied(SOON)
                            .isInFiles())
                    .isTrue();
            assertThat(isInFiles("john_doe")).isTrue();
            assertThat(isInFiles("jim_doe")).isTrue();
            assertThat(isInFiles("jane_doe")).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void in_a_transaction_that_only_reads_there_is_one_state(Manager manager) {
        in(manager, context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            sipwright.users().create(Contexts.user("john_doe"));
            TransactionTemplate reading = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            reading.setReadOnly(true);
            Boolean found = reading.execute(status -> Contexts.has(sipwright, "john_doe"));
            assertThat(found).isTrue();
        });
    }

    /** Spring leaves the connection bound in which the transaction was; what is written on it then would be lost. */
    @ParameterizedTest
    @EnumSource
    void a_listener_of_the_commit_can_make_changes_of_its_own(Manager manager) {
        in(manager, context -> {
            Service service = context.getBean(Service.class);
            Sipwright sipwright = service.sipwright();
            List<Boolean> seen = new CopyOnWriteArrayList<>();
            Events.LISTENER.set(() -> {
                seen.add(wanted(sipwright) == 1);
                sipwright.users().create(Contexts.user("jane_doe"));
                seen.add(wanted(sipwright) == 2);
            });
            ApplicationEventPublisher events = context;
            service.run(() -> {
                events.publishEvent(new Event());
                sipwright.users().create(Contexts.user("john_doe"));
            });
            assertThat(seen).containsExactly(true, true);
            assertThat(sipwright.users().get("jane_doe").version()).isEqualTo(1);
            assertThat(sipwright.changesSince(0, 10)).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_listener_of_the_rollback_can_make_changes_of_its_own(Manager manager) {
        in(manager, context -> {
            Service service = context.getBean(Service.class);
            Events.LISTENER.set(() -> service.sipwright().users().create(Contexts.user("jane_doe")));
            assertThatThrownBy(() -> service.fail(() -> {
                        context.publishEvent(new Event());
                        service.sipwright().users().create(Contexts.user("john_doe"));
                    }))
                    .hasMessage("as a host may");
            assertThat(Contexts.has(service.sipwright(), "john_doe")).isFalse();
            assertThat(Contexts.has(service.sipwright(), "jane_doe")).isTrue();
        });
    }

    @Test
    void what_a_host_does_after_the_commit_and_after_our_change_is_not_lost() {
        in(Manager.JDBC, context -> {
            Service service = context.getBean(Service.class);
            service.run(() -> {
                service.sipwright().users().create(Contexts.user("john_doe"));
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        service.sipwright().users().create(Contexts.user("jane_doe"));
                    }
                });
            });
            assertThat(Contexts.has(service.sipwright(), "jane_doe")).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void before_return_means_after_the_commit(Manager manager) {
        host(manager)
                .withPropertyValues("sipwright.apply.mode=before-return")
                .withBean(Seeing.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    Service service = context.getBean(Service.class);
                    Seeing seeing = context.getBean(Seeing.class);
                    service.run(() -> {
                        assertThat(service.sipwright()
                                        .users()
                                        .create(Contexts.user("john_doe"))
                                        .applied())
                                .isEmpty();
                        assertThat(seeing.rounds).isEmpty();
                    });
                    assertThat(seeing.rounds)
                            .containsExactly(Thread.currentThread().getName());
                    assertThat(isInFiles("john_doe")).isTrue();
                    assertThat(service.sipwright()
                                    .users()
                                    .create(Contexts.user("jane_doe"))
                                    .applied())
                            .isPresent();
                });
    }

    static final class Seeing implements ApplyListener {

        final List<String> rounds = new CopyOnWriteArrayList<>();

        @Override
        public void roundStarted(String node, long generation) {
            rounds.add(Thread.currentThread().getName());
        }
    }

    /** A round in the thread of the commit may call a host that begins transactions of its own. */
    @Test
    void a_transaction_that_is_begun_in_a_task_after_the_commit_is_joined() {
        List<Boolean> seen = new CopyOnWriteArrayList<>();
        host(Manager.JDBC)
                .withPropertyValues("sipwright.apply.mode=before-return")
                .withBean(Beginning.class, () -> new Beginning(seen))
                .run(context -> {
                    Service service = context.getBean(Service.class);
                    Beginning listener = context.getBean(Beginning.class);
                    listener.work = () -> {
                        TransactionTemplate own = new TransactionTemplate(
                                context.getBean(PlatformTransactionManager.class),
                                of(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
                        own.executeWithoutResult(status -> {
                            service.sipwright().users().create(Contexts.user("jane_doe"));
                            status.setRollbackOnly();
                        });
                    };
                    service.run(() -> service.sipwright().users().create(Contexts.user("john_doe")));
                    assertThat(seen).containsExactly(true);
                    assertThat(Contexts.has(service.sipwright(), "john_doe")).isTrue();
                    assertThat(Contexts.has(service.sipwright(), "jane_doe")).isFalse();
                });
    }

    static final class Beginning implements ApplyListener {

        final List<Boolean> seen;
        Runnable work = () -> {};

        Beginning(List<Boolean> seen) {
            this.seen = seen;
        }

        @Override
        public void roundStarted(String node, long generation) {
            if (seen.isEmpty()) {
                work.run();
                seen.add(true);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDatabases {
        @Bean
        @SipwrightDataSource
        DataSource ours() {
            return database();
        }

        @Bean
        @Primary
        DataSource others() {
            return database();
        }

        private static DataSource database() {
            return new org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder()
                    .generateUniqueName(true)
                    .setType(org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType.H2)
                    .build();
        }
    }

    @Test
    void a_transaction_on_another_data_source_is_not_ours() {
        Contexts.embedded(directory).withUserConfiguration(TwoDatabases.class).run(context -> {
            assertThat(context).hasNotFailed();
            Sipwright sipwright = context.getBean(Sipwright.class);
            JdbcTemplate ours = new JdbcTemplate(context.getBean("ours", DataSource.class));
            new TransactionTemplate(new JdbcTransactionManager(context.getBean("others", DataSource.class)))
                    .executeWithoutResult(status -> {
                        // Which binds a connection of ours to this transaction, without making it one of ours.
                        ours.queryForObject("SELECT COUNT(*) FROM sip_users", Integer.class);
                        sipwright.users().create(Contexts.user("john_doe"));
                        assertThat(wanted(sipwright)).isEqualTo(1);
                        status.setRollbackOnly();
                    });
            assertThat(Contexts.has(sipwright, "john_doe")).isTrue();
        });
    }

    @Test
    void a_transaction_on_ours_inside_of_one_on_another_is_ours() {
        Contexts.embedded(directory).withUserConfiguration(TwoDatabases.class).run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            TransactionTemplate others =
                    new TransactionTemplate(new JdbcTransactionManager(context.getBean("others", DataSource.class)));
            TransactionTemplate ours = new TransactionTemplate(
                    new JdbcTransactionManager(context.getBean("ours", DataSource.class)),
                    of(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
            others.executeWithoutResult(outer -> ours.executeWithoutResult(inner -> {
                sipwright.users().create(Contexts.user("john_doe"));
                inner.setRollbackOnly();
            }));
            assertThat(Contexts.has(sipwright, "john_doe")).isFalse();
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Proxied {
        @Bean
        DataSource proxied() {
            return new TransactionAwareDataSourceProxy(TwoDatabases.database());
        }
    }

    @Test
    void behind_a_proxy_that_joins_transactions_nothing_is_committed_too_early() {
        Contexts.embedded(directory).withUserConfiguration(Proxied.class).run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                sipwright.users().create(Contexts.user("john_doe"));
                status.setRollbackOnly();
            });
            assertThat(Contexts.has(sipwright, "john_doe")).isFalse();
        });
    }

    private static TransactionDefinition of(int propagation) {
        return new org.springframework.transaction.support.DefaultTransactionDefinition(propagation);
    }
}
