package io.sipwright.user;

import io.sipwright.secret.Secret;
import io.sipwright.template.FieldValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts digests in the place of a user's password: MD5 and SHA-256 of {@code user:realm:password}, which is all that
 * Asterisk needs to let a phone register (RFC 7616; {@code password_digest} of Asterisk 22, {@code md5_cred} of 16). The
 * password itself is then neither in the database nor in the files, and can't be shown again.
 *
 * <p>A digest is as good as the password for its realm: whoever has it can register. What is gained is that the password
 * itself, which may open other doors, is kept nowhere. A user can't be renamed, nor the realm be changed, without a new
 * password.
 */
public final class UserDigests {

    private static final String SECRET = "secret";
    private static final String MD5 = "md5_digest";
    private static final String SHA_256 = "sha256_digest";
    private static final String REALM = "realm";

    private UserDigests() {}

    /** The user with digests in the place of its password; the same when it has no password. */
    public static SipUserSpec replaceSecret(SipUserSpec user, String realm) {
        Optional<String> secret = user.fields().text(SECRET);
        if (secret.isEmpty()) {
            return user;
        }
        String text = user.name() + ":" + realm + ":" + secret.get();
        Map<String, Optional<FieldValue>> changes = new LinkedHashMap<>();
        changes.put(SECRET, Optional.empty());
        changes.put(MD5, Optional.of(digest("MD5", text)));
        changes.put(SHA_256, Optional.of(digest("SHA-256", text)));
        changes.put(REALM, Optional.of(FieldValue.of(realm)));
        return user.withFields(user.fields().with(changes));
    }

    /** The user without digests where it has a password, for which they were not made. */
    public static SipUserSpec dropOutdated(SipUserSpec user) {
        if (user.fields().text(SECRET).isEmpty() || user.fields().text(MD5).isEmpty()) {
            return user;
        }
        Map<String, Optional<FieldValue>> changes = new LinkedHashMap<>();
        changes.put(MD5, Optional.empty());
        changes.put(SHA_256, Optional.empty());
        changes.put(REALM, Optional.empty());
        return user.withFields(user.fields().with(changes));
    }

    private static FieldValue digest(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return FieldValue.of(Secret.of(HexFormat.of().formatHex(hash)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is in every Java", e);
        }
    }
}
