package io.sipwright.pjsip;

import java.util.Objects;

/**
 * A comment line, between sections or above an option.
 *
 * <p>A document may group sections into blocks: a comment {@code === KIND: name ===} opens one and
 * {@code === END KIND: name ===} closes it. Asterisk ignores both; people and importers do not.
 *
 * @param text without the leading semicolon and blank
 */
public record Comment(String text) implements PjsipElement, SectionEntry {

    private static final String RULE = "===";
    private static final String END = RULE + " END ";

    public Comment {
        Objects.requireNonNull(text, "text");
    }

    /** The marker that opens a block, for example {@code === TRUNK: carrier ===}. */
    public static Comment blockStart(String title) {
        return new Comment(RULE + " " + title + " " + RULE);
    }

    /** The marker that closes a block, for example {@code === END TRUNK: carrier ===}. */
    public static Comment blockEnd(String title) {
        return new Comment(END + title + " " + RULE);
    }

    /** Whether this is a marker that closes a block. */
    public boolean isBlockEnd() {
        return text.startsWith(END);
    }
}
