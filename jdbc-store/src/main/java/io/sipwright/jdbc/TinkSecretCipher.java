package io.sipwright.jdbc;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import io.sipwright.secret.SecretCipherException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals secrets with AES-256-GCM of Tink. A sealed text names its key, so that keys can be exchanged: add one, make it
 * primary, seal everything again, then remove the old one. Immutable and thread-safe.
 */
public final class TinkSecretCipher implements SecretCipher {

    /** What every sealed text begins with. */
    private static final String PREFIX = SEALED + "tink1:";

    /** Tink's own prefix: one byte, and the id of the key in four. */
    private static final int KEY_ID_AT = 1;

    private final Aead aead;
    private final int primaryKey;

    private TinkSecretCipher(KeysetHandle keyset) throws GeneralSecurityException {
        aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
        primaryKey = keyset.getPrimary().getId();
    }

    /**
     * A cipher with the keys of a keyset.
     *
     * @param json a Tink keyset in JSON, as {@link TinkKeysets#create()} makes it; keep it where the database is not
     * @throws SecretCipherException if it is none
     */
    public static TinkSecretCipher ofKeyset(String json) {
        try {
            return new TinkSecretCipher(TinkKeysets.parse(json));
        } catch (GeneralSecurityException e) {
            throw new SecretCipherException("The keyset can't be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String seal(Secret secret, String place) {
        try {
            byte[] sealed = aead.encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), bytes(place));
            return PREFIX + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new SecretCipherException("The secret at " + place + " can't be sealed", e);
        }
    }

    @Override
    public Secret open(String sealed, String place) {
        try {
            return Secret.of(new String(aead.decrypt(raw(sealed), bytes(place)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretCipherException(
                    "The secret at " + place + " can't be opened: the keyset lacks its key, or it was changed or moved",
                    e);
        }
    }

    @Override
    public boolean isCurrent(String sealed) {
        try {
            byte[] raw = raw(sealed);
            return raw.length > KEY_ID_AT + Integer.BYTES
                    && ByteBuffer.wrap(raw).getInt(KEY_ID_AT) == primaryKey;
        } catch (IllegalArgumentException e) {
            return false; // spoilt, which opening it will say
        }
    }

    private static byte[] raw(String sealed) {
        if (!sealed.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not sealed by this cipher");
        }
        return Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
