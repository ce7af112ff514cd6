package io.sipwright.validation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are refused: too short, guessable from the account, or common. Phones are attacked from the first
 * minute on the open network, with exactly such guesses.
 *
 * @param userMinimum shortest password of a SIP user, in characters; 12 by default
 * @param trunkMinimum shortest password of a trunk, in characters; 12 by default. Carriers that hand out shorter ones
 *     make it necessary to lower this
 */
public record SecretPolicy(int userMinimum, int trunkMinimum) {

    private static final Set<String> COMMON_WORDS = Set.of(
            "admin",
            "administrator",
            "asterisk",
            "callcenter",
            "changeit",
            "changeme",
            "default",
            "dragon",
            "extension",
            "football",
            "freepbx",
            "hunter",
            "iloveyou",
            "letmein",
            "login",
            "master",
            "monkey",
            "mypassword",
            "pass",
            "passphrase",
            "passw",
            "passwd",
            "password",
            "passwordpassword",
            "passwort",
            "phone",
            "princess",
            "qazwsx",
            "qwerty",
            "qwertyuiop",
            "root",
            "secret",
            "secretsecret",
            "shadow",
            "sip",
            "sipuser",
            "sunshine",
            "superman",
            "telefon",
            "telephone",
            "temp",
            "temporary",
            "test",
            "testing",
            "trunk",
            "user",
            "voip",
            "welcome",
            "yourpassword",
            "");

    private static final int SHORTEST_NAME = 3; // shorter ones are found in any password

    /** What is used when nothing else is said. */
    public static SecretPolicy standard() {
        return new SecretPolicy(12, 12);
    }

    /** Code of what is wrong with a secret, if anything. */
    Optional<String> weakness(String secret, int minimum, Collection<String> names) {
        if (secret.codePointCount(0, secret.length()) < minimum) {
            return Optional.of("secret.too_short");
        }
        String lower = secret.toLowerCase(Locale.ROOT);
        for (String name : names) {
            if (name.length() >= SHORTEST_NAME && lower.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of("secret.contains_name");
            }
        }
        return isCommon(lower) ? Optional.of("secret.common") : Optional.empty();
    }

    private static boolean isCommon(String lower) {
        // What people put before and after a word, so that its own digits are left: p@ssw0rd2026!
        String word = lower.replaceAll("^[^a-z@$]+|[^a-z@$]+$", "");
        String plain = word.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's');
        return COMMON_WORDS.contains(letters(lower)) || COMMON_WORDS.contains(letters(plain)) || isMonotonous(lower);
    }

    private static String letters(String text) {
        return text.replaceAll("[^a-z]", "");
    }

    /** Few different characters, or mostly steps of a row such as 123456 or abcdef. */
    private static boolean isMonotonous(String text) {
        Set<Integer> different = new HashSet<>();
        text.codePoints().forEach(different::add);
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            steps += step >= -1 && step <= 1 ? 1 : 0;
        }
        return different.size() < 5 || steps * 4 >= (text.length() - 1) * 3;
    }
}
