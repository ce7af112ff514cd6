package io.sipwright.pjsip;

/**
 * Something that Asterisk ignores with a line in its log or without a word, and that is hardly what the author meant.
 *
 * @param location where
 * @param message what is wrong, without any value of the file
 */
public record ParseWarning(Location location, String message) {

    @Override
    public String toString() {
        return location + ": " + message;
    }
}
