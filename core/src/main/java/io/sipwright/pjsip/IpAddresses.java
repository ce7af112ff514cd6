package io.sipwright.pjsip;

import java.util.regex.Pattern;

/** Forms of addresses in the configuration; no name is ever resolved. */
final class IpAddresses {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,245}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*\\.?");

    private IpAddresses() {}

    static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    static boolean isV6(String text) {
        if (text.indexOf(':') < 0 || !V6_CHARACTERS.matcher(text).matches()) {
            return false;
        }
        try {
            // With a colon and only these characters it is a literal: never looked up.
            return java.net.InetAddress.getByName(text).getAddress().length > 0;
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    /** {@code ::ffff:192.0.2.1}, which Asterisk takes for the IPv4 address, and a prefix after it for one of IPv4. */
    private static boolean isMapped(String v6) {
        try {
            return java.net.InetAddress.getByName(v6) instanceof java.net.Inet4Address;
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /** An address, a network {@code a/bits} or {@code a/mask}. */
    static boolean isNetwork(String text) {
        String[] parts = text.split("/", -1);
        boolean v4 = isV4(parts[0]);
        if (!v4 && !isV6(parts[0])) {
            return false;
        }
        boolean bits32 = v4 || isMapped(parts[0]);
        return switch (parts.length) {
            case 1 -> true;
            case 2 ->
                (v4 && isV4(parts[1]))
                        || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= (bits32 ? 32 : 128));
            default -> false;
        };
    }

    static boolean isNetworkOrNegated(String text) {
        return isNetwork(text.startsWith("!") ? text.substring(1) : text);
    }

    /** What {@code identify} matches: a network, an address with a port, or a host name. */
    static boolean isSource(String text) {
        if (isNetwork(text) || (isHost(text) && !endsInNumber(text))) {
            return true;
        }
        int colon = text.lastIndexOf(':');
        return colon > 0 && isPort(text.substring(colon + 1)) && isV4(text.substring(0, colon));
    }

    /** Asterisk reads {@code 127.2} and {@code 0177.0.0.1} as addresses, in ways that no one expects. */
    private static boolean endsInNumber(String host) {
        return host.substring(host.lastIndexOf('.') + 1).matches("\\d+|0[xX][0-9a-fA-F]*");
    }

    /** Asterisk cuts a greater one at 16 bits. */
    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535;
    }
}
