package io.sipwright.integration.carrier;

import io.sipwright.testkit.ThrowawayCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The server of a carrier: SIPp at its address, behind a {@link TlsRelay} if it is called over TLS. */
final class CarrierServer implements AutoCloseable {

    static final String CRYPTO = "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw";

    /** At an address where nobody else is. */
    private static final int BEHIND_RELAY = 5062;

    private final CarrierCase carrier;
    private final SippProcess sipp;
    private final int port;
    private final Optional<TlsRelay> relay;

    CarrierServer(CarrierCase carrier, Path directory, ThrowawayCertificate certificate) {
        this.carrier = carrier;
        boolean tls = carrier.transport.equals("tls");
        port = tls ? BEHIND_RELAY : carrier.port();
        relay = tls
                ? Optional.of(
                        new TlsRelay(carrier.address, carrier.port(), port, certificate, carrier.demandsCertificate))
                : Optional.empty();
        List<String> arguments = new ArrayList<>(List.of("-i", carrier.address, "-p", Integer.toString(port)));
        arguments.addAll(List.of("-t", isUdp() ? "u1" : "t1"));
        key(arguments, "realm", carrier.realm);
        key(arguments, "contact", "sip:" + carrier.address + ":" + carrier.port() + ";transport=" + carrier.transport);
        key(arguments, "profile", profile(carrier));
        key(arguments, "attribute", attribute(carrier));
        sipp = new SippProcess(
                directory, carrier.template, carrier.wantsPassword() ? "challenging" : "trusting", arguments);
    }

    static String profile(CarrierCase carrier) {
        return carrier.encrypted ? "RTP/SAVP" : "RTP/AVP";
    }

    static String attribute(CarrierCase carrier) {
        return carrier.encrypted ? CRYPTO : "ptime:20";
    }

    /** Whether SIPp listens already, as the kernel tells. */
    boolean isListening() {
        String[] octets = carrier.address.split("\\.");
        String local = String.format(
                Locale.ROOT,
                " %02X%02X%02X%02X:%04X ",
                Integer.valueOf(octets[3]),
                Integer.valueOf(octets[2]),
                Integer.valueOf(octets[1]),
                Integer.valueOf(octets[0]),
                port);
        try {
            return Files.readAllLines(Path.of(isUdp() ? "/proc/net/udp" : "/proc/net/tcp")).stream()
                    .anyMatch(line -> line.contains(local));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests of a method that SIPp received, in order; one that was repeated for want of an answer counts once. */
    List<SipMessage> received(String method) {
        Map<String, SipMessage> requests = new LinkedHashMap<>();
        sipp.messages().stream()
                .filter(message -> message.isRequest(method))
                .forEach(message -> requests.putIfAbsent(message.header("Call-ID") + message.header("CSeq"), message));
        return List.copyOf(requests.values());
    }

    /** How often a connection was made with the client's certificate. */
    int certifiedConnections() {
        return relay.map(TlsRelay::certified).orElse(0);
    }

    private boolean isUdp() {
        return carrier.transport.equals("udp");
    }

    private static void key(List<String> arguments, String name, String value) {
        arguments.addAll(List.of("-key", name, value));
    }

    @Override
    public void close() {
        sipp.close();
        relay.ifPresent(TlsRelay::close);
    }
}
