package io.sipwright.integration.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A carrier at an address of this machine that accepts every registration: SIPp, which remembers the contacts. */
final class Registrar implements AutoCloseable {

    private static final long LIMIT_NANOS = 15_000_000_000L;

    private final int port;
    private final SippScenario sipp;

    Registrar(String address) throws IOException {
        port = SippScenario.freePort(address);
        sipp = SippScenario.start("registrar", address, port, List.of("-timeout", "60s"));
    }

    int port() {
        return port;
    }

    /** The contact that an account has registered last, with the mark of its line. */
    String lineOf(String account) throws IOException, InterruptedException {
        return await(account, contact -> contact.contains(";line="));
    }

    /** The contact that an account has registered last. */
    String contactOf(String account) throws IOException, InterruptedException {
        return await(account, contact -> true);
    }

    private String await(String account, Predicate<String> wanted) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Optional<String> last = last(account, wanted);
        while (last.isEmpty() && System.nanoTime() - start < LIMIT_NANOS) {
            Thread.sleep(20);
            last = last(account, wanted);
        }
        assertThat(last).as("contact of %s", account).isPresent();
        return last.get();
    }

    private Optional<String> last(String account, Predicate<String> wanted) throws IOException {
        return sipp.logged().stream()
                .filter(contact -> contact.startsWith("<sip:" + account + "@") && contact.endsWith(">"))
                .map(contact -> contact.substring(1, contact.length() - 1))
                .filter(wanted)
                .reduce((first, second) -> second);
    }

    @Override
    public void close() throws IOException {
        sipp.close();
    }
}
