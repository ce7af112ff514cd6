package io.sipwright.pjsip;

/** Blanks as Asterisk strips them: every byte up to 0x20, nothing above. */
final class Blanks {

    private Blanks() {}

    static String strip(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) <= ' ') {
            from++;
        }
        return stripEnd(text.substring(from));
    }

    static String stripEnd(String text) {
        int to = text.length();
        while (to > 0 && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return text.substring(0, to);
    }
}
