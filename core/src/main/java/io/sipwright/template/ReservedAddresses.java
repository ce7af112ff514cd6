package io.sipwright.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses and names that no carrier has. */
final class ReservedAddresses {

    /** RFC 5737, RFC 3849, RFC 9637. */
    private static final List<Network> DOCUMENTATION =
            networks("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20");

    /** RFC 6890: private, shared, local, multicast and future use. */
    private static final List<Network> PRIVATE = networks(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "0.0.0.0/8",
            "224.0.0.0/3",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8",
            "::/127");

    private ReservedAddresses() {}

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).flatMap(Optional::stream).toList();
    }

    static boolean isDocumentation(Network network) {
        return DOCUMENTATION.stream().anyMatch(range -> isWithin(network, range));
    }

    static boolean isPrivate(Network network) {
        return PRIVATE.stream().anyMatch(range -> isWithin(network, range));
    }

    private static boolean isWithin(Network network, Network range) {
        return network.prefix() >= range.prefix() && network.overlaps(range);
    }

    /** A host name of RFC 2606 or RFC 6761, or an address that no carrier has; with or without a port. */
    static boolean isExample(String host) {
        Optional<Network> address = Network.parse(host.replaceFirst("^\\[(.*)](:\\d+)?$", "$1"))
                .or(() -> Network.parse(host.replaceFirst(":\\d+$", "")));
        if (address.isPresent()) {
            return isDocumentation(address.get()) || isPrivate(address.get());
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
        return name.matches("(.*\\.)?(example|test|invalid|localhost|example\\.(com|net|org))");
    }
}
