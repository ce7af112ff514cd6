package io.sipwright.secret;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals nothing, and says so loudly. */
final class PlainTextCipher implements SecretCipher {

    private static final Logger LOG = LoggerFactory.getLogger(PlainTextCipher.class);

    PlainTextCipher() {
        LOG.warn("Passwords are stored as plain text: SecretCipher.plainText() was chosen."
                + " Whoever reads the database or a backup of it can register as any user.");
    }

    /** A secret that looks like ciphertext could not be told from it later. */
    @Override
    public String seal(Secret secret, String place) {
        if (SecretCipher.looksSealed(secret.reveal())) {
            throw new SecretCipherException(
                    "The secret at " + place + " begins like a sealed one: choose another", null);
        }
        return secret.reveal();
    }

    @Override
    public Secret open(String text, String place) {
        if (SecretCipher.looksSealed(text)) {
            throw new SecretCipherException(
                    "The secret at " + place
                            + " is sealed, and plain text was chosen: it needs the keys it was sealed with",
                    null);
        }
        return Secret.of(text);
    }

    @Override
    public boolean isCurrent(String text) {
        return !SecretCipher.looksSealed(text);
    }
}
