package io.sipwright.ami;

/** Text that goes to Asterisk, and text that comes from it. */
final class AmiText {
    private static final int SHOWN = 200;

    private AmiText() {}

    /**
     * Refuses what would end a line: Asterisk takes a lone LF for one too, and an empty line begins another action.
     *
     * @throws IllegalArgumentException which does not repeat the text
     */
    static String requireLine(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException(what + " has a line break or NUL in it");
            }
        }
        return text;
    }

    /** What Asterisk said, fit to be shown in one line. */
    static String shown(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
