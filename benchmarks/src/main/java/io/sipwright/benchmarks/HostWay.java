package io.sipwright.benchmarks;

import io.sipwright.Batch;
import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Changes by a program with Sipwright in it. */
record HostWay(String label, Sipwright sipwright, List<AsteriskServer> nodes, boolean settling) implements Way {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int TOGETHER = 10_000;

    /** Users that are there already; ends when all nodes are seen running them. */
    void fill(int users) {
        for (int from = 0; from < users; from += TOGETHER) {
            int first = from;
            Provisioned<?> last = sipwright.upsertAll(new Batch(
                    List.of(),
                    IntStream.range(first, Math.min(users, first + TOGETHER))
                            .mapToObj(i -> user("user" + i, PhoneBenchmark.PASSWORD))
                            .toList()));
            if (first + TOGETHER >= users && !last.awaitApplied(LIMIT).isVerified()) {
                throw new IllegalStateException(last.awaitApplied(Duration.ZERO).summary());
            }
        }
    }

    private static SipUserSpec user(String name, String password) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(password)
                .field("qualify_frequency", "0")
                .build();
    }

    @Override
    public void settle() {
        if (settling) {
            sipwright.reconcile();
        }
    }

    @Override
    public String prefix() {
        return "new";
    }

    @Override
    public void create(String user, String password) {
        sipwright.users().create(user(user, password));
    }

    @Override
    public void change(String user, String password) {
        sipwright.users().update(user, SipUserPatch.builder().secret(password).build());
    }

    @Override
    public void delete(String user) {
        sipwright.users().delete(user);
    }
}
