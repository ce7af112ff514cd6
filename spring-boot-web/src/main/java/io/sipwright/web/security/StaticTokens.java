package io.sipwright.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens of the properties, known by their digests only. */
class StaticTokens implements ApiTokenAuthenticator {

    private final List<Entry> entries = new ArrayList<>();

    void add(byte[] digest, ApiTokenOwner owner) {
        entries.add(new Entry(digest, owner));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Takes as long whichever token it is, and if it is none. */
    @Override
    public Optional<ApiTokenOwner> authenticate(String token) {
        byte[] digest = sha256(token);
        Optional<ApiTokenOwner> owner = Optional.empty();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.digest, digest)) {
                owner = entry.found;
            }
        }
        return owner;
    }

    /** Plain and fast on purpose: tokens are long and random, so no dictionary helps against their digests. */
    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static class Entry {

        private final byte[] digest;
        private final Optional<ApiTokenOwner> found;

        Entry(byte[] digest, ApiTokenOwner owner) {
            this.digest = digest;
            this.found = Optional.of(owner);
        }
    }
}
