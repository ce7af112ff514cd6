package io.sipwright.spring;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * REST interface of Asterisk (ARI), over which new users and changed passwords count before it has reloaded. For nodes with
 * files; without a user name there is no overlay.
 *
 * @param url Address of Asterisk's web server, with the prefix of http.conf if there is one.
 * @param username User of ari.conf; without one each change of the files is reloaded.
 * @param password Password of that user.
 * @param connectTimeout How long to wait for a connection.
 * @param responseTimeout How long to wait for each answer.
 * @param most How many objects of one change are put into memory at most; of more Asterisk is told by a reload.
 * @param rest How long the reload is put off at least.
 * @param restFactor How many times as long as the last reload it is put off at least.
 * @param retryPause How long ARI is left alone after it could not be used.
 * @param ssl Whom to trust where the address is https.
 */
@ConfigurationProperties("sipwright.ari")
public record SipwrightAriProperties(
        @DefaultValue("http://127.0.0.1:8088") URI url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration responseTimeout,
        @DefaultValue("60") int most,
        @DefaultValue("5m") Duration rest,
        @DefaultValue("50.0") double restFactor,
        @DefaultValue("30s") Duration retryPause,
        @DefaultValue Ssl ssl) {

    /** Without the password. */
    @Override
    public String toString() {
        return "SipwrightAriProperties[" + username + " at " + url.getHost() + ":" + url.getPort() + "]";
    }

    /**
     * Whom to trust where the address is https.
     *
     * @param bundle Name of the SSL bundle; without one, or with an empty name, those whom Java trusts.
     */
    public record Ssl(@Nullable String bundle) {}

    /**
     * ARI of one of several Asterisks; what it does not say is taken from the settings for all.
     *
     * @param url Address of Asterisk's web server, with the prefix of http.conf if there is one.
     * @param username User of ari.conf; an empty name for no overlay.
     * @param password Password of that user.
     * @param connectTimeout How long to wait for a connection.
     * @param responseTimeout How long to wait for each answer.
     * @param most How many objects of one change are put into memory at most; of more Asterisk is told by a reload.
     * @param rest How long the reload is put off at least.
     * @param restFactor How many times as long as the last reload it is put off at least.
     * @param retryPause How long ARI is left alone after it could not be used.
     * @param ssl Whom to trust where the address is https.
     */
    public record NodeAri(
            @Nullable URI url,
            @Nullable String username,
            @Nullable String password,
            @Nullable Duration connectTimeout,
            @Nullable Duration responseTimeout,
            @Nullable Integer most,
            @Nullable Duration rest,
            @Nullable Double restFactor,
            @Nullable Duration retryPause,
            @DefaultValue Ssl ssl) {

        private static final NodeAri NOTHING =
                new NodeAri(null, null, null, null, null, null, null, null, null, new Ssl(null));

        /** Whether nothing is said of this node. */
        boolean isEmpty() {
            return equals(NOTHING);
        }

        /** Complete, with what is said for all nodes. */
        SipwrightAriProperties over(SipwrightAriProperties all) {
            return new SipwrightAriProperties(
                    either(url, all.url()),
                    username != null ? username : all.username(),
                    password != null ? password : all.password(),
                    either(connectTimeout, all.connectTimeout()),
                    either(responseTimeout, all.responseTimeout()),
                    either(most, all.most()),
                    either(rest, all.rest()),
                    either(restFactor, all.restFactor()),
                    either(retryPause, all.retryPause()),
                    ssl.bundle() != null ? ssl : all.ssl());
        }

        private static <T> T either(@Nullable T own, T all) {
            return own != null ? own : all;
        }

        /** Without the password. */
        @Override
        public String toString() {
            String place = url == null ? "" : " at " + url.getHost() + ":" + url.getPort();
            return "NodeAri[" + username + place + "]";
        }
    }
}
