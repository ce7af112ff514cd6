package io.sipwright.spring;

import io.sipwright.ari.AriOverlay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for overlays over ARI, with which nodes come that have a user of it. */
@AutoConfiguration(before = SipwrightAutoConfiguration.class, after = SslAutoConfiguration.class)
@ConditionalOnClass(AriOverlay.class)
@ConditionalOnBooleanProperty(name = "sipwright.enabled", matchIfMissing = true)
public final class SipwrightAriAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OverlayFactory sipwrightOverlayFactory(ObjectProvider<SslBundles> bundles) {
        return new AriOverlayFactory(new NamedBundles(bundles));
    }

    @Bean
    AriExaminer sipwrightAriExaminer() {
        return new AriExaminer();
    }
}
