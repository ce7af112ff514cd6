package io.sipwright.pjsip;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk reads back exactly, and what it would misread. The rules for one text at a time; {@link PjsipWriter}
 * applies them to every line it makes, validation asks them beforehand.
 *
 * <p>Measured on Asterisk 22.10 and 16.28: only {@code ;} needs an escape. Backslashes, quotes, {@code #}, brackets,
 * {@code =} and {@code --} are harmless inside a value.
 */
public final class PjsipText {

    /** Longest line that Asterisk reads, in bytes, the line feed not counted. */
    public static final int MAX_LINE_BYTES = 8190;

    /** Longest section name, in bytes; Asterisk cuts off the rest without a word. */
    public static final int MAX_NAME_BYTES = 79;

    private PjsipText() {}

    /** Why a value can't be written for an option of that name, if so. */
    public static Optional<Refusal> refuseValue(String optionName, String value) {
        Refusal refusal = refuse(value);
        int between = value.startsWith(">") ? 2 : 1; // the equals sign, and a blank
        if (refusal == null && optionName.length() + between + escapedBytes(value) > MAX_LINE_BYTES) {
            refusal = Refusal.LINE_TOO_LONG;
        }
        return Optional.ofNullable(refusal);
    }

    /** Why a text can't be the name of a section, if so. */
    public static Optional<Refusal> refuseSectionName(String name) {
        if (isUsualName(name)) {
            return Optional.empty();
        }
        Refusal refusal = refuse(name);
        if (refusal == null && name.isEmpty()) {
            refusal = Refusal.EMPTY_NAME;
        } else if (refusal == null && name.indexOf(']') >= 0) {
            refusal = Refusal.CLOSING_BRACKET;
        } else if (refusal == null && utf8Bytes(name) > MAX_NAME_BYTES) {
            refusal = Refusal.NAME_TOO_LONG;
        }
        return Optional.ofNullable(refusal);
    }

    /** Why a text can't be the name of an option, if so. A name may begin with {@code @}: Asterisk keeps those. */
    public static Optional<Refusal> refuseOptionName(String name) {
        int start = name.startsWith("@") ? 1 : 0;
        boolean good = name.length() > start && name.length() <= MAX_NAME_BYTES;
        for (int i = start; good && i < name.length(); i++) {
            good = isNameCharacter(name.charAt(i));
        }
        return good ? Optional.empty() : Optional.of(Refusal.BAD_OPTION_NAME);
    }

    /** Why a text can't be a comment line, if so. */
    public static Optional<Refusal> refuseComment(String text) {
        Refusal refusal = refuse(text);
        if (refusal == null && utf8Bytes(text) + 2 > MAX_LINE_BYTES) {
            refusal = Refusal.LINE_TOO_LONG;
        }
        return Optional.ofNullable(refusal);
    }

    /** What holds for every text: no control characters, no outer blanks, whole characters. */
    private static @Nullable Refusal refuse(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                return c == '\n' || c == '\r' ? Refusal.LINE_BREAK : Refusal.CONTROL_CHARACTER;
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return Refusal.NOT_UNICODE;
                }
                i++;
            }
        }
        boolean outerBlank = length > 0 && (text.charAt(0) == ' ' || text.charAt(length - 1) == ' ');
        return outerBlank ? Refusal.OUTER_BLANK : null;
    }

    private static boolean isUsualName(String name) {
        boolean usual = !name.isEmpty() && name.length() <= MAX_NAME_BYTES;
        for (int i = 0; usual && i < name.length(); i++) {
            usual = isNameCharacter(name.charAt(i));
        }
        return usual;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static int escapedBytes(String value) {
        int bytes = utf8Bytes(value);
        for (int at = value.indexOf(';'); at >= 0; at = value.indexOf(';', at + 1)) {
            bytes++;
        }
        return bytes;
    }

    /** Number of bytes of a text in UTF-8. */
    public static int utf8Bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair counts two of its four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
