package io.sipwright.examples.boot;

import io.sipwright.web.security.ApiTokenAuthenticator;
import io.sipwright.web.security.ApiTokenOwner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** One token, of which only the digest is kept. */
final class AdminToken implements ApiTokenAuthenticator {

    private static final ApiTokenOwner ADMIN = new ApiTokenOwner("admin", Set.of("SIPWRIGHT_ADMIN"));
    private static final int BYTES = 32;

    private final byte[] digest;

    private AdminToken(byte[] digest) {
        this.digest = digest;
    }

    /** That of a directory; if there is none, makes one and prints it, once. */
    static AdminToken in(Path directory) throws IOException {
        Path file = directory.resolve("admin-token.sha256");
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            String token = HexFormat.of().formatHex(random);
            Files.writeString(file, HexFormat.of().formatHex(sha256(token)));
            System.out.println("Admin token, shown this once: " + token);
        }
        return new AdminToken(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    @Override
    public Optional<ApiTokenOwner> authenticate(String token) {
        return MessageDigest.isEqual(digest, sha256(token)) ? Optional.of(ADMIN) : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }
}
