package io.sipwright.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A hash for digest authentication (RFC 7616, RFC 8760), weakest first. */
public enum DigestAlgorithm {
    /** {@code MD5}; also meant by a challenge that names none. */
    MD5("MD5", "MD5"),
    /** {@code SHA-512-256}. */
    SHA_512_256("SHA-512-256", "SHA-512/256"),
    /** {@code SHA-256}. Last, thus preferred: the one that phones and servers have in common. */
    SHA_256("SHA-256", "SHA-256");

    private final String token;
    private final String digest;

    DigestAlgorithm(String token, String digest) {
        this.token = token;
        this.digest = digest;
    }

    /** The name in SIP headers. */
    public String token() {
        return token;
    }

    static Optional<DigestAlgorithm> of(String token) {
        for (DigestAlgorithm candidate : values()) {
            if (candidate.token.equalsIgnoreCase(token)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The hash of the parts with colons between, in lower-case hexadecimal digits. */
    String hash(String... parts) {
        try {
            byte[] text = String.join(":", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + digest, e);
        }
    }
}
