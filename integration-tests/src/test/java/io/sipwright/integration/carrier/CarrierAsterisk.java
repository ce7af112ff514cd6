package io.sipwright.integration.carrier;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.ThrowawayCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An Asterisk that finds the carriers' names on this machine and asks no name server, with a context for each trunk, and a
 * TLS transport that has a certificate.
 *
 * @param address of that transport
 */
record CarrierAsterisk(Path directory, List<CarrierCase> carriers, String address, ThrowawayCertificate certificate) {

    static final String CERTIFIED_TRANSPORT = "transport-certified";

    AsteriskServer start(AsteriskInstallation installation) throws IOException {
        return AsteriskServer.builder(installation)
                .module("res_resolver_unbound.so")
                .module("app_stack.so")
                .file("resolver_unbound.conf", resolver())
                .file("pjsip_more.conf", certifiedTransport())
                .file("extensions_more.conf", dialplan())
                .start();
    }

    /**
     * What the file of hosts does not know is asked of a server that is never asked: libunbound sends nothing to loopback
     * addresses. The names of SRV records are there so that there are none, and the usual port counts.
     */
    private String resolver() throws IOException {
        Path hosts = Files.writeString(
                directory.resolve("hosts"),
                carriers.stream()
                        .flatMap(carrier -> carrier.hosts.stream()
                                .map(host -> String.join(
                                        " ",
                                        carrier.address,
                                        host,
                                        "_sip._udp." + host,
                                        "_sip._tcp." + host,
                                        "_sips._tcp." + host)))
                        .collect(Collectors.joining("\n", "", "\n")));
        Path none = Files.writeString(directory.resolve("resolv.conf"), "");
        return "[general]\nhosts = " + hosts + "\nresolv = " + none + "\nnameserver = 127.0.0.1\n";
    }

    private String certifiedTransport() throws IOException {
        Path chain = Files.writeString(directory.resolve("sbc.crt"), certificate.certificate());
        Path key = Files.writeString(directory.resolve("sbc.key"), certificate.privateKey());
        return """
                [%s]
                type = transport
                protocol = tls
                bind = %s:5061
                cert_file = %s
                priv_key_file = %s
                ca_list_file = %s
                verify_server = yes
                method = tlsv1_2
                """.formatted(CERTIFIED_TRANSPORT, address, chain, key, chain);
    }

    private String dialplan() throws IOException {
        String contexts = carriers.stream()
                .map(carrier -> "[" + carrier.context() + "]\ninclude = carrier-calls\n")
                .collect(Collectors.joining());
        try (InputStream in = CarrierAsterisk.class.getResourceAsStream("extensions.conf")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8) + contexts;
        }
    }
}
