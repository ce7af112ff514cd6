package io.sipwright.spring.actuate;

import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightAutoConfiguration;
import io.sipwright.store.ProvisioningStore;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the health {@code sipwright}. It is {@code DOWN} when the store can't be read, since then nothing can
 * be changed. An Asterisk that does not run what is wanted makes it {@code DEGRADED}, which a monitor sees, and which is no
 * reason to take the application out of service: it works, and calls go on.
 */
@AutoConfiguration(after = SipwrightAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean({Sipwright.class, ProvisioningStore.class})
@EnableConfigurationProperties(SipwrightHealthProperties.class)
public final class SipwrightHealthAutoConfiguration {

    @Bean
    @ConditionalOnEnabledHealthIndicator("sipwright")
    @ConditionalOnMissingBean(name = "sipwrightHealthIndicator")
    SipwrightHealthIndicator sipwrightHealthIndicator(
            Sipwright sipwright, ProvisioningStore store, SipwrightHealthProperties properties) {
        Lag lag = new Lag(properties.grace(), Clock.systemUTC());
        return new SipwrightHealthIndicator(sipwright, store, lag, new Status(properties.notAppliedStatus()));
    }
}
