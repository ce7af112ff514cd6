package io.sipwright.realtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Lines of {@code allow} and {@code disallow}, whose order counts in a file. Of a row Asterisk takes {@code disallow} first,
 * wherever the columns stand; where the file means something else, {@code !} in {@code allow} says it.
 */
final class Codecs {

    private final List<String> allow = new ArrayList<>();
    private final List<String> disallow = new ArrayList<>();
    private boolean mixed;

    void take(String option, String value) {
        if (option.equals("disallow") && !allow.isEmpty()) {
            mixed = true;
            allow.add(turned(value));
        } else {
            (option.equals("allow") ? allow : disallow).add(value);
        }
    }

    /** {@code ulaw,!alaw} as what is to be disallowed, in the words of {@code allow}. */
    private static String turned(String value) {
        return String.join(
                ",",
                Arrays.stream(value.split("[,|]", -1))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .map(item -> item.startsWith("!") ? item.substring(1) : "!" + item)
                        .toList());
    }

    void addTo(Map<String, List<String>> lines) {
        if (!disallow.isEmpty()) {
            lines.put("disallow", disallow);
        }
        if (!allow.isEmpty()) {
            // One line: what follows counts together with what comes before it.
            lines.put("allow", mixed ? List.of(String.join(",", allow)) : allow);
        }
    }
}
