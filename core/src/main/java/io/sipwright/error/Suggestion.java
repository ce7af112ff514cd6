package io.sipwright.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean …?" for names that are nearly right. */
public final class Suggestion {

    private Suggestion() {}

    /** The known name that is nearest to a wrong one, when it differs in no more than a third of its letters; or one that goes on. */
    public static Optional<String> closest(String wrong, Collection<String> known) {
        String wanted = wrong.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, Math.min(wanted.length(), 40) / 3);
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= limit)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name)
                .or(() -> continued(wanted, known));
    }

    /** The shortest known name that begins like a wrong one, of at least four letters. */
    private static Optional<String> continued(String wanted, Collection<String> known) {
        return wanted.length() < 4
                ? Optional.empty()
                : known.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(wanted))
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** The same as the end of a sentence: {@code ; did you mean 'allow'?}, or nothing. */
    public static String clause(String wrong, Collection<String> known) {
        return closest(wrong, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** The same as a sentence: {@code  Did you mean 'allow'?} after a blank, or nothing. */
    public static String sentence(String wrong, Collection<String> known) {
        return closest(wrong, known)
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
