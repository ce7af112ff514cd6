package io.sipwright.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** The SSL bundles of the host; Boot has no sentence for one that is not there. */
record NamedBundles(ObjectProvider<SslBundles> bundles) {

    /**
     * A bundle.
     *
     * @param property what the name of the setting begins with, for messages
     */
    SslBundle get(String property, String name) {
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
}
