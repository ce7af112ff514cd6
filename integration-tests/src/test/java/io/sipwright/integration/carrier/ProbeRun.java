package io.sipwright.integration.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One run of SIPp that makes all probes, each from its own address.
 *
 * @param port that all were sent from
 * @param statuses the last response to each, by the number of the probe
 * @param notes what the dialplan noted of each, empty if it was not reached
 */
record ProbeRun(int port, Map<Integer, Integer> statuses, Map<Integer, String> notes) {

    private static final int ATTEMPTS = 20;
    private static final int PER_SECOND = 100;

    /** One for each address; SIPp refuses to start with more than the process may have files. */
    private static final int MAX_SOCKETS = 900;

    static ProbeRun of(AsteriskServer asterisk, List<Probe> probes, Path directory)
            throws IOException, InterruptedException {
        int port = freePort();
        Path lines = Files.writeString(
                directory.resolve("probes.csv"),
                IntStream.range(0, probes.size())
                        .mapToObj(number -> probes.get(number).line(number))
                        .collect(Collectors.joining("\n", "SEQUENTIAL\n", "\n")));
        List<String> arguments = List.of(
                asterisk.host() + ":" + asterisk.sipPort(),
                "-t",
                "ui",
                "-inf",
                lines.toString(),
                "-p",
                Integer.toString(port),
                "-m",
                Integer.toString(probes.size()),
                "-r",
                Integer.toString(PER_SECOND),
                "-key",
                "own_port",
                Integer.toString(port),
                "-max_socket",
                Integer.toString(MAX_SOCKETS));
        try (SippProcess sipp = new SippProcess(directory, "probe", "probe", arguments)) {
            assertThat(sipp.awaitEnd(45)).as("SIPp ends by itself").isTrue();
            assertThat(sipp.messages()).as(sipp::output).isNotEmpty();
            return new ProbeRun(port, statuses(sipp.messages()), notes(asterisk, probes.size()));
        }
    }

    private static Map<Integer, Integer> statuses(List<SipMessage> messages) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Integer> statuses = new HashMap<>();
        for (SipMessage message : messages) {
            if (message.has("X-Probe")) {
                numbers.put(message.header("Call-ID"), Integer.valueOf(message.header("X-Probe")));
            }
            Integer number = numbers.get(message.header("Call-ID"));
            if (message.isFinalAnswer("INVITE") && number != null) {
                statuses.put(number, message.status());
            }
        }
        return statuses;
    }

    private static Map<Integer, String> notes(AsteriskServer asterisk, int count) {
        Map<Integer, String> notes = new HashMap<>();
        try (AmiProbe ami = asterisk.ami()) {
            for (int number = 0; number < count; number++) {
                notes.put(
                        number,
                        ami.send("Getvar", Map.of("Variable", "PROBE_" + number))
                                .first("Value")
                                .orElse(""));
            }
        }
        return notes;
    }

    /** A port that is free on all addresses of this machine, below those that the kernel gives away by itself. */
    private static int freePort() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (DatagramSocket socket = new DatagramSocket(port)) {
                return socket.getLocalPort();
            } catch (SocketException e) {
                // taken: another one
            }
        }
        throw new IllegalStateException("No free port");
    }
}
