package io.sipwright.secret;

/**
 * Keeps secrets unreadable where they are stored. What is sealed is bound to its place, so that it can't be copied from
 * one row or column to another. Implementations are thread-safe.
 */
public interface SecretCipher {

    /**
     * Makes a secret unreadable.
     *
     * @param place where it will stand, for example {@code sip_users/alice/secret}
     * @return a text of printable ASCII characters
     */
    String seal(Secret secret, String place);

    /**
     * Makes it readable again.
     *
     * @param place where it stands; must be that of {@link #seal}
     * @throws SecretCipherException if the key is not there, or the text was changed or moved
     */
    Secret open(String sealed, String place);

    /** Whether a text was sealed by any key at all; a database that is adopted holds plain ones. */
    boolean isSealed(String text);

    /** Whether it was sealed by the key that is used now; otherwise it should be sealed again. */
    boolean isCurrent(String sealed);
}
