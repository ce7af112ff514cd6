package io.sipwright.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sipwright.Sipwright;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.spring.SipwrightAutoConfiguration;
import io.sipwright.spring.SipwrightNodes;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is counted, and by which few words. */
@Timeout(60)
class SipwrightMetricsTest {

    @TempDir
    Path directory;

    private final Scripted asterisk = new Scripted();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private ApplicationContextRunner host() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class,
                        SipwrightAutoConfiguration.class,
                        SipwrightMetricsAutoConfiguration.class))
                .withPropertyValues("sipwright.apply.mode=before-return")
                .withBean(MeterRegistry.class, () -> meters)
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withBean(SipwrightNodes.class, () -> asterisk.in(directory));
    }

    private double count(String name, String... tags) {
        return meters.get(name).tag("node", "pbx").tags(tags).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).tag("node", "pbx").gauge().value();
    }

    @Test
    void a_round_that_goes_well_is_counted_and_its_parts_are_timed() {
        host().run(context -> {
            assertThat(gauge("sipwright.generation.desired")).isNaN();

            Scripted.create(context.getBean(Sipwright.class), "alice");
            Scripted.create(context.getBean(Sipwright.class), "bob");

            assertThat(count("sipwright.rounds", "outcome", "verified")).isEqualTo(2);
            assertThat(count("sipwright.reloads", "outcome", "verified")).isEqualTo(2);
            for (String phase : List.of("stage", "show", "reload")) {
                var timer = meters.get("sipwright.apply.phase")
                        .tags("node", "pbx", "phase", phase)
                        .timer();
                assertThat(timer.count()).isEqualTo(2);
                assertThat(timer.totalTime(java.util.concurrent.TimeUnit.NANOSECONDS))
                        .isPositive();
            }
            assertThat(gauge("sipwright.generation.desired")).isEqualTo(2);
            assertThat(gauge("sipwright.generation.written")).isEqualTo(2);
            assertThat(gauge("sipwright.generation.verified")).isEqualTo(2);
            assertThat(gauge("sipwright.generation.lag")).isZero();
            assertThat(gauge("sipwright.objects.rejected")).isZero();
            assertThat(gauge("sipwright.drifted")).isZero();
        });
    }

    @Test
    void what_asterisk_refuses_and_what_is_not_reached_shows_as_a_lag() {
        host().run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            Scripted.create(sipwright, "alice");
            asterisk.rejects("bob");
            Scripted.create(sipwright, "bob");

            assertThat(count("sipwright.rounds", "outcome", "rejected")).isEqualTo(1);
            assertThat(count("sipwright.reloads", "outcome", "rejected")).isEqualTo(1);
            assertThat(count("sipwright.objects.rejections")).isEqualTo(1);
            assertThat(gauge("sipwright.objects.rejected")).isEqualTo(1);
            assertThat(gauge("sipwright.generation.lag")).isEqualTo(1);

            asterisk.answers(
                    new ReloadOutcome.Unreachable(ReloadOutcome.Unreachable.Cause.NOT_CONNECTED, "Connection refused"));
            Scripted.create(sipwright, "carol");

            assertThat(count("sipwright.rounds", "outcome", "unreachable")).isEqualTo(1);
            assertThat(gauge("sipwright.generation.lag")).isEqualTo(2);

            asterisk.answers(new ReloadOutcome.Verified(3));
            sipwright.apply();

            assertThat(gauge("sipwright.generation.lag")).isZero();
            assertThat(gauge("sipwright.objects.rejected")).isZero();
        });
    }

    @Test
    void an_edit_is_counted_once_however_often_it_is_found() {
        host().run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            Scripted.create(sipwright, "alice");
            Files.writeString(directory.resolve("pjsip_users.conf"), "; mine");
            Scripted.create(sipwright, "bob");
            sipwright.apply();

            assertThat(count("sipwright.rounds", "outcome", "drifted")).isEqualTo(2);
            assertThat(count("sipwright.drifts")).isEqualTo(1);
            assertThat(gauge("sipwright.drifted")).isEqualTo(1);
        });
    }

    @Test
    void files_that_are_brought_back_are_counted() {
        host().run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            Scripted.create(sipwright, "alice");
            asterisk.loses("alice", "bob");
            Scripted.create(sipwright, "bob");
            sipwright.reconcile(); // keeps what was brought back

            assertThat(count("sipwright.rounds", "outcome", "taken_back")).isEqualTo(2);
            assertThat(count("sipwright.reloads", "outcome", "rejected")).isEqualTo(1);
            assertThat(count("sipwright.reloads", "outcome", "verified")).isEqualTo(2);
            assertThat(gauge("sipwright.generation.lag")).isEqualTo(1);
            assertThat(count("sipwright.restorations")).isEqualTo(1);
        });
    }

    @Test
    void changes_that_are_taken_back_are_counted() {
        host().run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            Scripted.create(sipwright.confirming(Duration.ofMinutes(5)), "alice");
            sipwright.confirm();
            assertThat(meters.find("sipwright.reverts").counter()).isNull();

            Scripted.create(sipwright.confirming(Duration.ofMinutes(5)), "bob");
            assertThat(sipwright.goBack()).isPresent();

            assertThat(meters.get("sipwright.reverts").counter().count()).isEqualTo(1);
        });
    }

    @Test
    void a_look_that_finds_all_at_rest_is_not_counted() {
        host().run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            asterisk.answers(new ReloadOutcome.NotAsked());
            Scripted.create(sipwright, "alice");
            double before = count("sipwright.rounds", "outcome", "not_asked");

            sipwright.reconcile();

            assertThat(count("sipwright.rounds", "outcome", "not_asked")).isEqualTo(before);
        });
    }

    @Test
    void no_meter_bears_the_name_of_an_object() {
        host().run(context -> {
            Sipwright sipwright = context.getBean(Sipwright.class);
            Scripted.create(sipwright, "needle-first");
            int meterCount = meters.getMeters().size();
            IntStream.range(0, 50).forEach(i -> Scripted.create(sipwright, "needle-" + i));
            assertThat(meters.getMeters()).hasSize(meterCount);

            asterisk.rejects("needle-7");
            Scripted.create(sipwright, "needle-last");
            sipwright.apply();

            assertThat(meters.getMeters())
                    .isNotEmpty()
                    .allSatisfy(meter -> assertThat(
                                    meter.getId().toString() + meter.getId().getDescription())
                            .doesNotContain("needle")
                            .doesNotContain(Scripted.SECRET));
            assertThat(meters.getMeters())
                    .filteredOn(meter -> meter.getId().getName().startsWith("sipwright."))
                    .flatExtracting(meter -> meter.getId().getTags())
                    .extracting(Tag::getKey)
                    .containsOnly("node", "phase", "outcome");
        });
    }

    @Test
    void it_backs_off() {
        host().withClassLoader(new FilteredClassLoader("io.micrometer.core", "org.springframework.boot.micrometer"))
                .withAllowBeanDefinitionOverriding(true)
                .run(context -> assertThat(context).doesNotHaveBean("sipwrightMetrics"));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SipwrightAutoConfiguration.class, SipwrightMetricsAutoConfiguration.class))
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withBean(SipwrightNodes.class, () -> asterisk.in(directory))
                .run(context -> assertThat(context)
                        .hasSingleBean(Sipwright.class)
                        .doesNotHaveBean(SipwrightMetrics.class)
                        .doesNotHaveBean(MeterBinder.class));
    }

    @Test
    void the_switch_of_spring_boot_switches_them_off() {
        host().withPropertyValues("management.metrics.enable.sipwright=false").run(context -> {
            Scripted.create(context.getBean(Sipwright.class), "alice");

            assertThat(meters.getMeters())
                    .noneMatch(meter -> meter.getId().getName().startsWith("sipwright."));
        });
    }
}
