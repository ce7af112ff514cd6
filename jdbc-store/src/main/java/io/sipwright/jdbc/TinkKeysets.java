package io.sipwright.jdbc;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.sipwright.secret.SecretCipherException;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;

/**
 * Makes keysets for a {@link TinkSecretCipher}, and changes them. A keyset is JSON text that holds one key that seals and
 * any number of keys that still open what they have sealed. Whoever has it can read every secret: keep it where the
 * database is not.
 *
 * <p>To exchange the key while several instances run:
 *
 * <ol>
 *   <li>give all instances the keyset with {@linkplain #addKey one more key};
 *   <li>give all of them the keyset in which that key {@linkplain #promote seals};
 *   <li>let {@link JdbcStore#reseal} run to its end;
 *   <li>give all of them the keyset {@linkplain #dropOldKeys without the old key}.
 * </ol>
 */
public final class TinkKeysets {

    private TinkKeysets() {}

    /** A new keyset with one key, for AES-256-GCM. */
    public static String create() {
        try {
            return json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new SecretCipherException("A keyset can't be made: " + e.getMessage(), e);
        }
    }

    /**
     * A keyset with one more key, which opens but does not seal yet. Give it to all instances first, then {@link #promote}
     * the key: at no moment does one meet a text that it can't open.
     *
     * @throws SecretCipherException if it is no keyset
     */
    public static String addKey(String json) {
        return changed(
                json,
                keys -> keys.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()));
    }

    /**
     * A keyset in which the newest key seals. What older keys have sealed stays readable, and is sealed anew by
     * {@link JdbcStore#reseal}.
     *
     * @throws SecretCipherException if it is no keyset
     */
    public static String promote(String json) {
        return changed(json, keys -> keys.getAt(keys.size() - 1).makePrimary());
    }

    /**
     * A keyset with only the key that seals now. What other keys have sealed can't be opened any more: let {@link
     * JdbcStore#reseal} finish first.
     *
     * @throws SecretCipherException if it is no keyset
     */
    public static String dropOldKeys(String json) {
        return changed(json, keys -> {
            for (int i = keys.size() - 1; i >= 0; i--) {
                if (!keys.getAt(i).isPrimary()) {
                    keys.deleteAt(i);
                }
            }
        });
    }

    private static String changed(String json, Consumer<KeysetHandle.Builder> change) {
        try {
            KeysetHandle.Builder keys = KeysetHandle.newBuilder(parse(json));
            change.accept(keys);
            return json(keys.setConfiguration(AeadConfig2026.get()).build());
        } catch (GeneralSecurityException e) {
            throw new SecretCipherException("The keyset can't be changed: " + e.getMessage(), e);
        }
    }

    static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static String json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }
}
