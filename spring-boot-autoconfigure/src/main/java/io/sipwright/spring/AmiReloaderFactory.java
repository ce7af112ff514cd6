package io.sipwright.spring;

import io.sipwright.ami.AmiReloader;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.spring.SipwrightProperties.Ami;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/** Reloaders over the manager interface. */
final class AmiReloaderFactory implements ReloaderFactory {

    private final ObjectProvider<SslBundles> bundles;

    AmiReloaderFactory(ObjectProvider<SslBundles> bundles) {
        this.bundles = bundles;
    }

    @Override
    public Reloader reloader(String property, Ami ami, String username, String password) {
        try {
            AmiReloader.Builder builder = AmiReloader.builder(ami.host(), ami.port(), username, Secret.of(password))
                    .connectTimeout(ami.connectTimeout())
                    .responseTimeout(ami.responseTimeout())
                    .reloadTimeout(ami.reloadTimeout())
                    .verification(ami.verification());
            String bundle = ami.ssl().bundle();
            if (StringUtils.hasText(bundle)) {
                builder.tls(bundle(property, bundle).createSslContext());
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    property, e.getMessage(), "Correct what begins with " + property + " or sipwright.ami.", e);
        }
    }

    /** Boot has no sentence for a bundle that is not there. */
    private SslBundle bundle(String property, String name) {
        SslBundles all = bundles.getIfAvailable();
        try {
            if (all != null) {
                return all.getBundle(name);
            }
        } catch (NoSuchSslBundleException e) {
            throw noBundle(property, name, e);
        }
        throw noBundle(property, name, null);
    }

    private static SettingException noBundle(String property, String name, @Nullable Exception cause) {
        return new SettingException(
                property + ".ssl.bundle",
                "there is no SSL bundle '" + name + "'",
                "Define it under spring.ssl.bundle.pem." + name + " or spring.ssl.bundle.jks." + name + ".",
                cause);
    }

    @Override
    public Optional<AsteriskObserver> observer(Reloader reloader) {
        return reloader instanceof AmiReloader ami ? Optional.of(ami.observer()) : Optional.empty();
    }
}
