package io.sipwright.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightAutoConfiguration;
import io.sipwright.spring.SipwrightDoctor;
import io.sipwright.spring.SipwrightDoctorAutoConfiguration;
import io.sipwright.spring.SipwrightNodes;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Read as in an application, without being loaded, where a part of Spring Boot is not there. */
@Timeout(120)
class OptionalDependenciesTest {

    private static final String[] ALL = {
        "sipwrightHealthIndicator",
        "sipwrightMetrics",
        "sipwrightGauges",
        "sipwrightObservations",
        "sipwrightEndpoint",
        "sipwrightDoctor",
        "sipwrightDoctorEndpoint"
    };

    @TempDir
    Path directory;

    private ApplicationContextRunner host() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Host.class)
                .withPropertyValues(
                        "management.endpoints.jmx.exposure.include=*",
                        "spring.jmx.enabled=true",
                        "sipwright.apply.mode=on-request")
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withBean(SipwrightNodes.class, () -> new Scripted().in(directory));
    }

    private void without(String filtered, String... missing) {
        host().withClassLoader(new FilteredClassLoader(filtered)).run(context -> {
            assertThat(context).hasSingleBean(Sipwright.class);
            for (String bean : ALL) {
                assertThat(context.containsBean(bean))
                        .as(bean)
                        .isEqualTo(!List.of(missing).contains(bean));
            }
        });
    }

    @Test
    void with_all_of_it_all_is_there() {
        without("no.such.package");
    }

    @Test
    void without_health() {
        without("org.springframework.boot.health", "sipwrightHealthIndicator");
    }

    @Test
    void without_actuator() {
        without("org.springframework.boot.actuate", "sipwrightEndpoint", "sipwrightDoctorEndpoint");
    }

    @Test
    void without_meters() {
        without("io.micrometer.core", "sipwrightMetrics", "sipwrightGauges");
    }

    @Test
    void without_observations() {
        host().withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.boot.micrometer"))
                .run(context -> assertThat(context)
                        .hasSingleBean(Sipwright.class)
                        .hasSingleBean(SipwrightHealthIndicator.class)
                        .doesNotHaveBean("sipwrightMetrics")
                        .doesNotHaveBean("sipwrightObservations"));
    }

    @Test
    void without_ami() {
        without("io.sipwright.ami", "sipwrightDoctor", "sipwrightDoctorEndpoint");
    }

    @Test
    void without_any_of_it() {
        host().withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.health",
                        "org.springframework.boot.actuate",
                        "org.springframework.boot.micrometer",
                        "io.micrometer",
                        "io.sipwright.ami"))
                .run(context -> {
                    assertThat(context).hasSingleBean(Sipwright.class).doesNotHaveBean(HealthIndicator.class);
                    assertThat(context).doesNotHaveBean(SipwrightDoctor.class);
                });
    }

    @Test
    void without_a_sipwright() {
        host().withPropertyValues("sipwright.enabled=false").run(context -> {
            for (String bean : ALL) {
                assertThat(context.containsBean(bean)).as(bean).isFalse();
            }
        });
    }

    @Test
    void what_the_host_defines_stays() {
        host().withBean("mine", SipwrightEndpoint.class, () -> new SipwrightEndpoint(null))
                .run(context -> assertThat(context)
                        .hasSingleBean(SipwrightEndpoint.class)
                        .doesNotHaveBean("sipwrightEndpoint"));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        MetricsAutoConfiguration.class,
        CompositeMeterRegistryAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class,
        ObservationAutoConfiguration.class,
        SipwrightAutoConfiguration.class,
        SipwrightDoctorAutoConfiguration.class,
        SipwrightEndpointAutoConfiguration.class,
        SipwrightHealthAutoConfiguration.class,
        SipwrightMetricsAutoConfiguration.class,
        SipwrightObservationAutoConfiguration.class
    })
    static class Host {}
}
