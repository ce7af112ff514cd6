package io.sipwright.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SIP response, as far as a registering phone reads it.
 *
 * @param headers name in lower case and value, in order
 */
record SipResponse(int status, String reason, List<Map.Entry<String, String>> headers) {
    private static final Pattern STATUS_LINE = Pattern.compile("SIP/2\\.0 ([1-6]\\d\\d) ?(.*)");
    private static final Map<String, String> COMPACT =
            Map.of("v", "via", "m", "contact", "i", "call-id", "f", "from", "t", "to", "l", "content-length");

    /** Empty for what is no response, e.g. a request that the server sends. */
    static Optional<SipResponse> parse(String message) {
        String[] lines =
                message.split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ").split("\r\n", -1);
        Matcher first = STATUS_LINE.matcher(lines[0]);
        if (!first.matches()) {
            return Optional.empty();
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                String name = lines[i].substring(0, colon).trim().toLowerCase(Locale.ROOT);
                headers.add(Map.entry(
                        COMPACT.getOrDefault(name, name),
                        lines[i].substring(colon + 1).trim()));
            }
        }
        return Optional.of(new SipResponse(Integer.parseInt(first.group(1)), first.group(2), headers));
    }

    /** All values of a header, given in lower case. */
    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean answers(String branch) {
        List<String> via = all("via");
        return !via.isEmpty() && via.get(0).contains(";branch=" + branch);
    }
}
