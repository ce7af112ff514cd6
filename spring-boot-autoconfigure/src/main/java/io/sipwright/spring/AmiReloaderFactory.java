package io.sipwright.spring;

import io.sipwright.ami.AmiReloader;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.spring.SipwrightProperties.Ami;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;

/** Reloaders over the manager interface. */
final class AmiReloaderFactory implements ReloaderFactory {

    private final ObjectProvider<SslBundles> bundles;

    AmiReloaderFactory(ObjectProvider<SslBundles> bundles) {
        this.bundles = bundles;
    }

    @Override
    public Reloader reloader(Ami ami, String username, String password) {
        AmiReloader.Builder builder = AmiReloader.builder(ami.host(), ami.port(), username, Secret.of(password))
                .connectTimeout(ami.connectTimeout())
                .responseTimeout(ami.responseTimeout())
                .reloadTimeout(ami.reloadTimeout())
                .verification(ami.verification());
        String bundle = ami.ssl().bundle();
        if (bundle != null) {
            builder.tls(bundles.getObject().getBundle(bundle).createSslContext());
        }
        return builder.build();
    }

    @Override
    public Optional<AsteriskObserver> observer(Reloader reloader) {
        return reloader instanceof AmiReloader ami ? Optional.of(ami.observer()) : Optional.empty();
    }
}
