package io.sipwright.secret;

import java.security.SecureRandom;

/**
 * Makes passwords of letters and digits that are safe in every place a SIP password stands. Thread-safe.
 */
public final class SecretGenerator {

    /** Letters and digits without those that look alike in print. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /** 24 of 56 characters are 139 bits. */
    private static final int LENGTH = 24;

    private final SecureRandom random = new SecureRandom();

    /** A new password of 24 characters, more than 128 bits. */
    public Secret generate() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(text.toString());
    }
}
