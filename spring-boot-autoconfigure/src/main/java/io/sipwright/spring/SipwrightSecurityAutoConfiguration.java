package io.sipwright.spring;

import io.sipwright.store.ProvisioningStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Auto-configuration for the audit: changes bear the name of who is logged in. */
@AutoConfiguration(before = SipwrightAutoConfiguration.class)
@ConditionalOnClass(SecurityContextHolder.class)
@ConditionalOnBooleanProperty(name = "sipwright.enabled", matchIfMissing = true)
public final class SipwrightSecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SipwrightActor sipwrightActor() {
        return () -> {
            Authentication present = SecurityContextHolder.getContext().getAuthentication();
            return present != null && present.isAuthenticated() ? present.getName() : ProvisioningStore.SYSTEM;
        };
    }
}
