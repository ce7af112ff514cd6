package io.sipwright.integration.carrier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as SIPp logged it.
 *
 * @param received by SIPp, or else sent
 * @param start the first line
 * @param headers in order, each as one line
 */
record SipMessage(boolean received, String start, List<String> headers, String body) {

    private static final Pattern BREAK = Pattern.compile("(?m)^-{40,} \\d{4}-.*$");
    private static final Pattern URI = Pattern.compile("<([^>]*)>");
    private static final Pattern USER = Pattern.compile("sips?:(?:([^@;>]*)@)?.*");

    /** All of a log, in order. What is not written to its end yet is left out. */
    static List<SipMessage> parse(String log) {
        List<SipMessage> messages = new ArrayList<>();
        for (String part : BREAK.split(log)) {
            String[] halves = part.replace("\r", "").split("\n\n", 3);
            if (halves.length == 3) {
                List<String> lines = Arrays.asList(halves[1].strip().split("\n"));
                messages.add(new SipMessage(
                        halves[0].contains(" received "), lines.get(0), lines.subList(1, lines.size()), halves[2]));
            }
        }
        return messages;
    }

    boolean isRequest(String method) {
        return received && start.startsWith(method + " ");
    }

    boolean isFinalAnswer(String method) {
        return received && status() >= 200 && header("CSeq").endsWith(" " + method);
    }

    /** 0 for a request. */
    int status() {
        return start.startsWith("SIP/2.0 ") ? Integer.parseInt(start.substring(8, 11)) : 0;
    }

    String requestUri() {
        return start.split(" ")[1];
    }

    boolean has(String name) {
        return headers.stream().anyMatch(line -> isNamed(line, name));
    }

    /** Value of the first header of a name; empty if there is none. */
    String header(String name) {
        return headers.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The URI in a header. */
    String uri(String name) {
        Matcher matcher = URI.matcher(header(name));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The user part of the URI in a header. */
    String user(String name) {
        Matcher matcher = USER.matcher(uri(name));
        return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
    }

    private static boolean isNamed(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
}
