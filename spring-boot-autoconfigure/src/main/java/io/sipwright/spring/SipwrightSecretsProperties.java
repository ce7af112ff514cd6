package io.sipwright.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How passwords of trunks and users are sealed in the database.
 *
 * @param keyset Tink keyset in JSON; better given by the environment than in a file that is shared.
 * @param keysetLocation File that holds the keyset; keep it where the database is not.
 * @param createKeyset Whether to make the file with a new keyset if it is not there, on the first start with an empty
 *     database.
 * @param plainText Whether passwords are stored as they are, on purpose.
 */
@ConfigurationProperties("sipwright.secrets")
record SipwrightSecretsProperties(
        @Nullable String keyset,
        @Nullable Resource keysetLocation,
        @DefaultValue("false") boolean createKeyset,
        @DefaultValue("false") boolean plainText) {

    /** Without the keyset. */
    @Override
    public String toString() {
        return "SipwrightSecretsProperties[keysetLocation=" + keysetLocation + "]";
    }
}
