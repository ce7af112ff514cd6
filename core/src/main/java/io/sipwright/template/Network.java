package io.sipwright.template;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP network. A single address is a network of one.
 *
 * @param address first address of the network
 * @param prefix number of leading bits that all its addresses share
 */
public record Network(InetAddress address, int prefix) {

    /** Without leading zeros, which the system's resolver takes for octal numbers. */
    private static final Pattern V4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    /** From {@code 192.0.2.0/24}, {@code 192.0.2.1}, {@code 2001:db8::/48}; empty when it is none, never looked up. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        // Only literals may reach InetAddress, which would look up anything else.
        boolean literal = host.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
                || V4.matcher(host).matches();
        if (!literal) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            int bits = address.getAddress().length * 8;
            String suffix = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
            if (!suffix.matches("\\d{1,3}") || Integer.parseInt(suffix) > bits) {
                return Optional.empty();
            }
            return Optional.of(new Network(address, Integer.parseInt(suffix)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address belongs to both. */
    public boolean overlaps(Network other) {
        byte[] a = address.getAddress();
        byte[] b = other.address.getAddress();
        if (a.length != b.length) {
            return false;
        }
        int bits = Math.min(prefix, other.prefix);
        int whole = bits / 8;
        if (!Arrays.equals(a, 0, whole, b, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        int mask = 0xff << (8 - rest) & 0xff;
        return rest == 0 || (a[whole] & mask) == (b[whole] & mask);
    }

    /** Whether its address is another one than the first, as in {@code 192.0.2.17/29}. */
    boolean hasHostBits() {
        return !first().address.equals(address);
    }

    /** The same network by its first address. */
    Network first() {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        try {
            return new Network(InetAddress.getByAddress(bytes), prefix);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only of another length
        }
    }

    /** {@code 192.0.2.0/24}. */
    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }

    /** Whether it is wider than what one carrier needs: less than /24, or less than /48 of IPv6. */
    public boolean isWide() {
        return prefix < (address.getAddress().length == 4 ? 24 : 48);
    }
}
