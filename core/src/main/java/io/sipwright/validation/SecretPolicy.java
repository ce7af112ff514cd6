package io.sipwright.validation;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are refused: too short, guessable from the account, or common. Phones are attacked from the first
 * minute on the open network, with exactly such guesses.
 *
 * @param userMinimum shortest password of a SIP user, in characters; 12 by default, 0 to accept any
 * @param trunkMinimum shortest password of a trunk, in characters; 12 by default, 0 to accept any. Carriers that hand out shorter ones
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
    private static final int FEW = 5;

    /** What is used when nothing else is said. */
    public static SecretPolicy standard() {
        return new SecretPolicy(12, 12);
    }

    /** Refuses none: for passwords that are in use already and are to be taken over. */
    public static SecretPolicy any() {
        return new SecretPolicy(0, 0);
    }

    /** Code of what is wrong with a secret, if anything. */
    Optional<String> weakness(String secret, int minimum, Collection<String> names) {
        if (minimum == 0) {
            return Optional.empty();
        }
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
        String plain = word(lower)
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's');
        return COMMON_WORDS.contains(letters(lower)) || COMMON_WORDS.contains(letters(plain)) || isMonotonous(lower);
    }

    /** Without what people put before and after a word, so that its own digits are left: p@ssw0rd2026! */
    private static String word(String lower) {
        int from = 0;
        int to = lower.length();
        while (from < to && !beginsWord(lower.charAt(from))) {
            from++;
        }
        while (to > from && !beginsWord(lower.charAt(to - 1))) {
            to--;
        }
        return lower.substring(from, to);
    }

    private static boolean beginsWord(char c) {
        return isLetter(c) || c == '@' || c == '$';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }

    /** Few different characters, or mostly steps of a row such as 123456 or abcdef. */
    private static boolean isMonotonous(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            steps += step >= -1 && step <= 1 ? 1 : 0;
        }
        return steps * 4 >= (text.length() - 1) * 3 || hasFewCharacters(text);
    }

    private static boolean hasFewCharacters(String text) {
        int different = 0;
        int c;
        for (int i = 0; i < text.length() && different < FEW; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            different += text.indexOf(c) == i ? 1 : 0;
        }
        return different < FEW;
    }
}
