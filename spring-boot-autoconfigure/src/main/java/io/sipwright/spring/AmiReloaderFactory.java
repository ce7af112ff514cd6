package io.sipwright.spring;

import io.sipwright.ami.AmiReloader;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.spring.SipwrightProperties.Ami;
import java.util.Optional;
import org.springframework.util.StringUtils;

/** Reloaders over the manager interface. */
final class AmiReloaderFactory implements ReloaderFactory {

    private final NamedBundles bundles;

    AmiReloaderFactory(NamedBundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public Reloader reloader(String property, Ami ami, String username, String password, boolean memoryCache) {
        try {
            AmiReloader.Builder builder = AmiReloader.builder(ami.host(), ami.port(), username, Secret.of(password))
                    .connectTimeout(ami.connectTimeout())
                    .responseTimeout(ami.responseTimeout())
                    .reloadTimeout(ami.reloadTimeout())
                    .verification(ami.verification())
                    .memoryCache(memoryCache);
            String bundle = ami.ssl().bundle();
            if (StringUtils.hasText(bundle)) {
                builder.tls(bundles.get(property, bundle).createSslContext());
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    property, e.getMessage(), "Correct what begins with " + property + " or sipwright.ami.", e);
        }
    }

    @Override
    public Optional<AsteriskObserver> observer(Reloader reloader) {
        return reloader instanceof AmiReloader ami ? Optional.of(ami.observer()) : Optional.empty();
    }
}
