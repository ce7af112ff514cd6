package io.sipwright.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightAutoConfiguration;
import io.sipwright.spring.SipwrightNodes;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** One observation for each round. */
@Timeout(60)
class SipwrightObservationTest {

    @TempDir
    Path directory;

    private final Scripted asterisk = new Scripted();
    private final TestObservationRegistry observations = TestObservationRegistry.create();

    private ApplicationContextRunner host() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SipwrightAutoConfiguration.class, SipwrightObservationAutoConfiguration.class))
                .withPropertyValues("sipwright.apply.mode=before-return")
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withBean(SipwrightNodes.class, () -> asterisk.in(directory));
    }

    private ApplicationContextRunner observed() {
        return host().withBean(ObservationRegistry.class, () -> observations);
    }

    @Test
    void a_round_is_observed_with_its_node_and_outcome() {
        observed().run(context -> {
            Scripted.create(context.getBean(Sipwright.class), "alice");

            TestObservationRegistryAssert.assertThat(observations)
                    .hasNumberOfObservationsEqualTo(1)
                    .hasObservationWithNameEqualTo("sipwright.round")
                    .that()
                    .hasBeenStarted()
                    .hasBeenStopped()
                    .hasLowCardinalityKeyValue("node", "pbx")
                    .hasLowCardinalityKeyValue("outcome", "verified")
                    .doesNotHaveError();
        });
    }

    @Test
    void a_round_that_is_refused_says_so_and_names_no_one() {
        observed().run(context -> {
            asterisk.rejects("alice");
            Scripted.create(context.getBean(Sipwright.class), "alice");

            TestObservationRegistryAssert.assertThat(observations)
                    .hasObservationWithNameEqualTo("sipwright.round")
                    .that()
                    .hasLowCardinalityKeyValue("outcome", "rejected")
                    .hasSubsetOfKeys("node", "outcome");
        });
    }

    @Test
    void nothing_of_it_stays_with_the_thread() {
        observed().run(context -> {
            Scripted.create(context.getBean(Sipwright.class), "alice");
            assertThat(observations.getCurrentObservation()).isNull();

            asterisk.answers(new io.sipwright.reload.ReloadOutcome.NotAsked());
            Scripted.create(context.getBean(Sipwright.class), "bob");
            context.getBean(Sipwright.class).reconcile();
            assertThat(observations.getCurrentObservation()).isNull();
        });
    }

    @Test
    void a_round_that_an_error_has_cut_short_is_ended_by_the_next() {
        observed().run(context -> {
            AtomicInteger stopped = new AtomicInteger();
            observations.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
                @Override
                public void onStop(Observation.Context ended) {
                    stopped.incrementAndGet();
                }

                @Override
                public boolean supportsContext(Observation.Context any) {
                    return true;
                }
            });
            SipwrightObservations listener = context.getBean(SipwrightObservations.class);
            listener.roundStarted("pbx", 1);

            Scripted.create(context.getBean(Sipwright.class), "alice");

            TestObservationRegistryAssert.assertThat(observations).hasNumberOfObservationsEqualTo(2);
            assertThat(stopped).hasValue(2);
            assertThat(observations.getCurrentObservation()).isNull();
        });
    }

    @Test
    void a_round_in_the_background_is_observed_as_well() {
        observed().withPropertyValues("sipwright.apply.mode=in-background").run(context -> {
            context.getBean(Sipwright.class)
                    .users()
                    .create(Scripted.user("alice"))
                    .awaitApplied(Duration.ofSeconds(10));

            await().atMost(Duration.ofSeconds(10)) // listeners are told after those who wait
                    .untilAsserted(() -> TestObservationRegistryAssert.assertThat(observations)
                            .hasObservationWithNameEqualTo("sipwright.round")
                            .that()
                            .hasBeenStopped()
                            .hasLowCardinalityKeyValue("outcome", "verified"));
        });
    }

    @Test
    void it_backs_off() {
        host().run(context ->
                assertThat(context).hasSingleBean(Sipwright.class).doesNotHaveBean(SipwrightObservations.class));
        host().withClassLoader(new FilteredClassLoader("io.micrometer.observation"))
                .run(context ->
                        assertThat(context).hasSingleBean(Sipwright.class).doesNotHaveBean("sipwrightObservations"));
    }
}
