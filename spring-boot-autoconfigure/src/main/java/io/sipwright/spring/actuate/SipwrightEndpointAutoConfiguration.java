package io.sipwright.spring.actuate;

import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightAutoConfiguration;
import io.sipwright.spring.SipwrightDoctor;
import io.sipwright.spring.SipwrightDoctorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the endpoints, as far as they are exposed. */
@AutoConfiguration(after = {SipwrightAutoConfiguration.class, SipwrightDoctorAutoConfiguration.class})
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
public final class SipwrightEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(Sipwright.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    SipwrightEndpoint sipwrightEndpoint(Sipwright sipwright) {
        return new SipwrightEndpoint(sipwright);
    }

    @Bean
    @ConditionalOnBean(SipwrightDoctor.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    SipwrightDoctorEndpoint sipwrightDoctorEndpoint(SipwrightDoctor doctor) {
        return new SipwrightDoctorEndpoint(doctor);
    }
}
