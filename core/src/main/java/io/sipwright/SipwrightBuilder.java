package io.sipwright;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.Reloader;
import io.sipwright.render.Stamps;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.Target;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.SpecValidator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Sipwright} together. Only the target has no default. Not thread-safe. */
public final class SipwrightBuilder {

    TemplateCatalog catalog = TemplateCatalog.shipped();
    ProvisioningStore store = new InMemoryStore();
    AsteriskVersion asteriskVersion = AsteriskVersion.V22;
    Reloader reloader = Reloader.none();
    SecretPolicy secretPolicy = SecretPolicy.standard();
    Set<String> transports = SpecValidator.USUAL_TRANSPORTS;
    Locale locale = Locale.ENGLISH;
    boolean applyAtOnce = true;
    Supplier<String> actor = () -> ProvisioningStore.SYSTEM;

    @Nullable
    Stamps stamps;

    @Nullable
    String digestRealm;

    private @Nullable Target target;

    SipwrightBuilder() {}

    /** Where the rendering goes; required. */
    public SipwrightBuilder target(Target value) {
        target = value;
        return this;
    }

    /** Where objects are kept; in memory by default. */
    public SipwrightBuilder store(ProvisioningStore value) {
        store = value;
        return this;
    }

    /** How Asterisk is made to reload; by default it is not. */
    public SipwrightBuilder reloader(Reloader value) {
        reloader = value;
        return this;
    }

    /** The templates; those shipped with the library by default. */
    public SipwrightBuilder catalog(TemplateCatalog value) {
        catalog = value;
        return this;
    }

    /** Which Asterisk is rendered for; 22 by default. */
    public SipwrightBuilder asteriskVersion(AsteriskVersion value) {
        asteriskVersion = value;
        return this;
    }

    /** Which passwords are refused; {@link SecretPolicy#standard()} by default. */
    public SipwrightBuilder secretPolicy(SecretPolicy value) {
        secretPolicy = value;
        return this;
    }

    /** Names of the transport sections of the host's own configuration, which no object may bear. */
    public SipwrightBuilder transports(Set<String> names) {
        transports = Set.copyOf(names);
        return this;
    }

    /** Language of the messages of violations; English by default. */
    public SipwrightBuilder locale(Locale value) {
        locale = value;
        return this;
    }

    /** Stamps in the rendered sections; by default with the key of the store. */
    public SipwrightBuilder stamps(Stamps value) {
        stamps = value;
        return this;
    }

    /**
     * Stores digests in the place of users' passwords, see {@link io.sipwright.user.UserDigests}. Templates of the host's
     * own need the fields {@code md5_digest}, {@code sha256_digest} and {@code realm}, as {@code sip-user} has them. By
     * default passwords are stored, sealed by the store.
     *
     * @param realm that Asterisk asks phones for; {@code asterisk} unless its configuration says otherwise
     */
    public SipwrightBuilder userDigests(String realm) {
        digestRealm = realm;
        return this;
    }

    /** Who makes a change, asked at each one; {@link ProvisioningStore#SYSTEM} by default. */
    public SipwrightBuilder actor(Supplier<String> value) {
        actor = value;
        return this;
    }

    /** Whether each change is applied before its method returns; true by default. */
    public SipwrightBuilder applyAtOnce(boolean value) {
        applyAtOnce = value;
        return this;
    }

    /**
     * Puts it together.
     *
     * @throws IllegalStateException if there is no target
     */
    public Sipwright build() {
        return new Sipwright(this);
    }

    Target requiredTarget() {
        if (target == null) {
            throw new IllegalStateException(
                    "Say where to write: Sipwright.builder().target(ConfigFiles.in(directory))");
        }
        return target;
    }
}
