package io.sipwright.spring.actuate;

import io.micrometer.core.instrument.MeterRegistry;
import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for meters of what is done and of how far each node is. {@code management.metrics.enable.sipwright=false}
 * switches them off.
 */
@AutoConfiguration(
        after = SipwrightAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({MeterRegistry.class, Sipwright.class})
public final class SipwrightMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SipwrightMetrics sipwrightMetrics(MeterRegistry registry) {
        return new SipwrightMetrics(registry);
    }

    @Bean
    @ConditionalOnMissingBean
    SipwrightGauges sipwrightGauges(Sipwright sipwright) {
        return new SipwrightGauges(sipwright);
    }
}
