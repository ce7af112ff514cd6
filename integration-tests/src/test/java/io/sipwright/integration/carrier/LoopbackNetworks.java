package io.sipwright.integration.carrier;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Networks of the same shape on this machine: the first two numbers of each become 127 and one more, the others stay. So
 * 204.11.192.0/22 becomes 127.9.192.0/22, and what was next to each other, or apart, still is. A network wider than /16
 * gets as many second numbers as it has. IPv6 stays as it is: no call comes from there.
 */
final class LoopbackNetworks {

    private static final Pattern CIDR =
            Pattern.compile("(?<![\\d.])(?!127\\.)(\\d{1,3})\\.(\\d{1,3})(\\.\\d{1,3}\\.\\d{1,3}/)(\\d{1,2})(?!\\d)");

    /** 127.0 is the Asterisk's, and 127.201 and more are the servers'. */
    private static final int LAST = 200;

    private final Map<Integer, Integer> seconds = new TreeMap<>();
    private int next = 1;

    /** Of all that stand in some texts. */
    LoopbackNetworks(List<String> texts) {
        // The widest first, so that a small one inside of it finds its place there.
        texts.stream()
                .flatMap(text -> CIDR.matcher(text).results())
                .sorted(Comparator.comparing(found -> Integer.valueOf(found.group(4))))
                .forEach(this::place);
    }

    /** A text with each network in it replaced. */
    String map(String text) {
        return CIDR.matcher(text)
                .replaceAll(found -> "127." + Objects.requireNonNull(seconds.get(pair(found)), found.group())
                        + found.group(3)
                        + found.group(4));
    }

    private void place(MatchResult found) {
        if (seconds.containsKey(pair(found))) {
            return;
        }
        int width = 1 << Math.max(0, 16 - Integer.parseInt(found.group(4)));
        // Where a network of this width can begin.
        int begin = (next + width - 1) / width * width;
        if (begin + width > LAST) {
            throw new IllegalStateException("More networks than 127.0.0.0/8 has room for");
        }
        for (int i = 0; i < width; i++) {
            seconds.put(pair(found) + i, begin + i);
        }
        next = begin + width;
    }

    private static int pair(MatchResult found) {
        return Integer.parseInt(found.group(1)) << 8 | Integer.parseInt(found.group(2));
    }
}
