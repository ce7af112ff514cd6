package io.sipwright.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where calls may come from: an address or a network, and perhaps one port only.
 *
 * @param network of the sender
 * @param port of the sender; {@value #ANY_PORT} for any
 */
public record InboundSource(Network network, int port) {

    /** Any port. */
    public static final int ANY_PORT = 0;

    private static final Pattern WITH_MASK = Pattern.compile("([0-9.]+)/([0-9]+(?:\\.[0-9]+){3})");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):([0-9]{1,5})");

    /**
     * From what {@code match} of an {@code identify} section may hold: {@code 192.0.2.1}, {@code 192.0.2.0/24},
     * {@code 192.0.2.0/255.255.255.0}, {@code 2001:db8::/48}, {@code 192.0.2.1:5060}; empty for a host name.
     */
    public static Optional<InboundSource> parse(String text) {
        Matcher port = WITH_PORT.matcher(text);
        if (port.matches()) {
            return Network.parse(port.group(1))
                    .map(network -> new InboundSource(network, Integer.parseInt(port.group(2))));
        }
        Matcher mask = WITH_MASK.matcher(text);
        return (mask.matches() ? masked(mask.group(1), mask.group(2)) : Network.parse(text))
                .map(network -> new InboundSource(network, ANY_PORT));
    }

    /** A mask with gaps counts up to the first one: the network is then no smaller than what Asterisk matches. */
    private static Optional<Network> masked(String address, String mask) {
        return Network.parse(mask)
                .map(bits -> Integer.numberOfLeadingZeros(~number(bits.address().getAddress())))
                .flatMap(ones -> Network.parse(address + "/" + ones));
    }

    private static int number(byte[] address) {
        int number = 0;
        for (byte octet : address) {
            number = number << 8 | octet & 0xff;
        }
        return number;
    }

    /** Whether a call can come from both. */
    public boolean overlaps(InboundSource other) {
        return network.overlaps(other.network) && (port == other.port || port == ANY_PORT || other.port == ANY_PORT);
    }

    /** {@code 192.0.2.0/24}; with a port {@code 192.0.2.1:5060}. */
    @Override
    public String toString() {
        return port == ANY_PORT ? network.toString() : network.address().getHostAddress() + ":" + port;
    }
}
