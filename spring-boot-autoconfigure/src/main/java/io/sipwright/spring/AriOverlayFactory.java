package io.sipwright.spring;

import io.sipwright.ari.AriOverlay;
import io.sipwright.ari.AriOverlayBuilder;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import org.springframework.util.StringUtils;

/** Overlays over ARI. */
final class AriOverlayFactory implements OverlayFactory {

    private final NamedBundles bundles;

    AriOverlayFactory(NamedBundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public Reloader overlay(
            String property, SipwrightAriProperties ari, String username, String password, Reloader reloader) {
        try {
            AriOverlayBuilder builder = AriOverlay.builder(ari.url(), username, Secret.of(password), reloader)
                    .connectTimeout(ari.connectTimeout())
                    .responseTimeout(ari.responseTimeout())
                    .most(ari.most())
                    .rest(ari.rest(), ari.restFactor())
                    .retryPause(ari.retryPause());
            String bundle = ari.ssl().bundle();
            if (StringUtils.hasText(bundle)) {
                requireTls(property, ari);
                builder.tls(bundles.get(property, bundle).createSslContext());
            }
            return new AriOverlaid(builder.build(), reloader);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    property, e.getMessage(), "Correct what begins with " + property + " or sipwright.ari.", e);
        }
    }

    /** Whoever names a bundle believes that passwords are encrypted on their way. */
    private static void requireTls(String property, SipwrightAriProperties ari) {
        if (!"https".equals(ari.url().getScheme())) {
            throw new SettingException(
                    property + ".ssl.bundle",
                    "the address is not https, so that nothing would be encrypted",
                    "Let " + property + ".url begin with https:, or leave the bundle out.",
                    null);
        }
    }
}
