package io.sipwright.ari;

/**
 * Something that keeps an {@link AriOverlay} from working, or is unsafe. Holds no secret.
 *
 * @param code one word for programs; those there are stand in {@code docs/overlay.md}
 * @param problem what is wrong, in a sentence
 * @param remedy how to mend it, in a sentence
 */
public record AriFinding(String code, String problem, String remedy) {

    /** For people, on two lines. */
    @Override
    public String toString() {
        return "[" + code + "] " + problem + "\n    " + remedy;
    }
}
