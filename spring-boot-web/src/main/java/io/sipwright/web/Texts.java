package io.sipwright.web;

/** What texts that come in the address are like. */
final class Texts {

    private static final int LONGEST_NAME = 200;

    private Texts() {}

    /**
     * Whether an object may bear a name, also one that was there before there were rules. What no object bears is not asked
     * for: not every database takes any text.
     */
    static boolean isPossibleName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && isClean(name);
    }

    /** Whether a text can be looked for. */
    static boolean isClean(String text) {
        return text.chars().noneMatch(Character::isISOControl) && !hasHalfCharacter(text);
    }

    static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
