package io.sipwright.spring.actuate;

import io.micrometer.observation.ObservationRegistry;
import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for an observation of each round. Where there are meters as well, its timer {@code sipwright.round} is the
 * only one of whole rounds; {@code sipwright.apply.phase} is of their parts. {@code
 * management.observations.enable.sipwright=false} switches it off.
 */
@AutoConfiguration(
        after = SipwrightAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({ObservationRegistry.class, Sipwright.class})
public final class SipwrightObservationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SipwrightObservations sipwrightObservations(ObservationRegistry registry) {
        return new SipwrightObservations(registry);
    }
}
