package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.user.SipUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/** Changes that come together are applied together, and none is lost. */
@Timeout(120)
class ManyCreatorsTest {

    private static final int USERS = 1000;
    private static final int THREADS = 8;

    @AsteriskTest
    void aThousandUsersFromEightThreadsTakeAHandfulOfReloads(AsteriskServer asterisk) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Host host = Host.of(asterisk)) {
            long begin = System.nanoTime();
            List<Future<Provisioned<SipUser>>> changes = IntStream.range(0, USERS)
                    .mapToObj(i -> threads.submit(() -> host.sipwright.users().create(Host.user("user" + i))))
                    .toList();
            List<Provisioned<SipUser>> created = new ArrayList<>();
            for (Future<Provisioned<SipUser>> change : changes) {
                created.add(change.get());
            }
            long stored = System.nanoTime();
            assertThat(created).allMatch(user -> user.awaitApplied(Host.LIMIT).isVerified());
            long verified = System.nanoTime();

            System.out.printf(
                    "%d | %d users by %d threads: stored in %d ms, verified %d ms later, %d reloads, %d writes%n",
                    asterisk.major(),
                    USERS,
                    THREADS,
                    (stored - begin) / 1_000_000,
                    (verified - stored) / 1_000_000,
                    host.rounds.outcomes.size(),
                    host.rounds.writes.get());
            assertThat(host.rounds.outcomes).allMatch(ReloadOutcome.Verified.class::isInstance);
            assertThat(host.rounds.outcomes).hasSizeLessThan(40);
            assertThat(endpoints(asterisk))
                    .isEqualTo(
                            IntStream.range(0, USERS).mapToObj(i -> "user" + i).collect(Collectors.toSet()));
        } finally {
            threads.shutdownNow();
        }
    }

    private static Set<String> endpoints(AsteriskServer asterisk) {
        try (AmiProbe ami = asterisk.ami()) {
            return ami.list("PJSIPShowEndpoints", Map.of()).stream()
                    .filter(event -> event.first("Event").orElse("").equals("EndpointList"))
                    .map(event -> event.first("ObjectName").orElseThrow())
                    .collect(Collectors.toSet());
        }
    }
}
