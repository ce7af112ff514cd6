package io.sipwright.pjsip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A header line: {@code [name](modifiers)}. What follows the bracket is ignored unless it is a parenthesis.
 *
 * @param name cut to the 79 bytes that Asterisk keeps
 * @param modifiers {@code !}, {@code +}, {@code +option=value} or names of sections to inherit from
 */
record SectionHeader(String name, List<String> modifiers) {

    static final String TEMPLATE = "!";
    static final String APPEND = "+";

    static SectionHeader parse(String code, Location location, Consumer<String> warnings) {
        int close = code.indexOf(']');
        if (close < 0) {
            throw new PjsipSyntaxException(location, "expected ']' after the name of the section");
        }
        String name = cut(code.substring(1, close), warnings);
        String rest = code.substring(close + 1);
        if (!rest.startsWith("(")) {
            if (!rest.isBlank()) {
                warnings.accept("text after ']' is ignored");
            }
            return new SectionHeader(name, List.of());
        }
        int end = rest.indexOf(')');
        if (end < 0) {
            throw new PjsipSyntaxException(location, "expected ')' after the templates of section [" + name + "]");
        }
        List<String> modifiers = List.of(rest.substring(1, end).split(",", -1));
        if (close - 1 > name.length() && modifiers.stream().anyMatch(modifier -> modifier.startsWith(APPEND))) {
            throw new PjsipSyntaxException(
                    location, "expected the name of an earlier section; none has more than 79 bytes");
        }
        return new SectionHeader(name, modifiers);
    }

    boolean plain() {
        return modifiers.isEmpty();
    }

    /** Asterisk finds sections by name without regard to the case of ASCII letters. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return key.toString();
    }

    private static String cut(String name, Consumer<String> warnings) {
        if (PjsipText.utf8Bytes(name) <= PjsipText.MAX_NAME_BYTES) {
            return name;
        }
        warnings.accept("section name is cut to " + PjsipText.MAX_NAME_BYTES + " bytes");
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int end = PjsipText.MAX_NAME_BYTES;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--; // not inside of a character
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
