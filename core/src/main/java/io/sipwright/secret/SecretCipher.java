package io.sipwright.secret;

/**
 * Keeps secrets unreadable where they are stored. What is sealed is bound to its place, so that it can't be copied from
 * one row or column to another. Implementations are thread-safe.
 */
public interface SecretCipher {

    /**
     * What a sealed text begins with, whatever cipher made it. One that has lost its keys, or was exchanged for another,
     * is so noticed, and the ciphertext never taken for a password.
     */
    String SEALED = "sealed:";

    /**
     * Makes a secret unreadable.
     *
     * @param place where it will stand, for example {@code user/alice/secret}
     * @return a text of printable ASCII characters that begins with {@link #SEALED}
     * @throws SecretCipherException if it can't be sealed
     */
    String seal(Secret secret, String place);

    /**
     * Makes it readable again.
     *
     * @param place where it stands; must be that of {@link #seal}
     * @throws SecretCipherException if the key is not there, or the text was changed or moved
     */
    Secret open(String sealed, String place);

    /** Whether it was sealed with the key that is used now; otherwise it should be sealed again. */
    boolean isCurrent(String sealed);

    /** Whether a text was sealed by any cipher; a database that is adopted holds plain ones. */
    static boolean looksSealed(String text) {
        return text.startsWith(SEALED);
    }

    /**
     * Seals nothing: whoever reads the database, or a copy of it, reads all passwords. Only for hosts whose database is
     * encrypted by other means, and for trying things out. Says so in the log when it is made.
     */
    static SecretCipher plainText() {
        return new PlainTextCipher();
    }
}
