package io.sipwright.ami;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IPv4 addresses and networks: written {@code 192.0.2.0/24}, shown {@code 192.0.2.0/255.255.255.0}. */
final class NetworkForm {
    private static final String NUMBER = "(\\d{1,3})";
    private static final Pattern ADDRESS = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "\\." + NUMBER);
    private static final int BITS = 32;

    private NetworkForm() {}

    /** Sorted, for Asterisk shows them in an order of its own; null if one is neither. */
    static @Nullable String canonical(@Nullable String value) {
        if (value == null) {
            return null;
        }
        TreeSet<String> networks = new TreeSet<>();
        for (String word : value.split(",", -1)) {
            String[] parts = word.strip().split("/", 2);
            long address = address(parts[0]);
            int bits = parts.length == 1 ? BITS : bits(parts[1]);
            if (address < 0 || bits < 0) {
                return null;
            }
            long mask = bits == 0 ? 0 : (0xffffffffL << (BITS - bits)) & 0xffffffffL;
            networks.add(Long.toHexString(address & mask) + "/" + bits);
        }
        return String.join(",", networks);
    }

    private static int bits(String mask) {
        if (mask.matches("\\d{1,2}")) {
            int bits = Integer.parseInt(mask);
            return bits <= BITS ? bits : -1;
        }
        long address = address(mask);
        return address < 0 ? -1 : Long.bitCount(address);
    }

    private static long address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        long address = 0;
        for (int i = 1; i <= matcher.groupCount(); i++) {
            address = address << 8 | Long.parseLong(matcher.group(i));
        }
        return address;
    }
}
