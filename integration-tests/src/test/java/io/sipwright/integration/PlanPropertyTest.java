package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Applied;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Plan;
import io.sipwright.apply.Plan.Action;
import io.sipwright.apply.Plan.ObjectChange;
import io.sipwright.reload.ObjectKey;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;

/**
 * A plan equals what the apply then does to a real Asterisk: the objects, their options, and the registrations that carriers
 * notice. {@code -Dplans=500} for more plans than the build has time for, {@code -Dseed=} for the same again.
 */
@Timeout(1800)
class PlanPropertyTest {

    private static final int PLANS = Integer.getInteger("plans", 40);
    private static final long SEED = Long.getLong("seed", new Random().nextLong());

    /** A registration that is changed begins anew a second after it was ended. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** For a request that no one expects. */
    private static final Duration GRACE = Duration.ofMillis(100);

    @AsteriskTest
    void theApplyDoesWhatWasPlanned(AsteriskServer asterisk) throws Exception {
        int plans = asterisk.major() == 16 ? (PLANS + 3) / 4 : PLANS;
        System.out.printf("PlanPropertyTest: %d | -Dplans=%d -Dseed=%d%n", asterisk.major(), PLANS, SEED);
        Random random = new Random(SEED);
        int[] counts = new int[3];
        int restarts = 0;
        int compared = 0;
        try (OpenCarrier carrier = new OpenCarrier();
                CountingReloader reloader = new CountingReloader(
                        Host.reloader(asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), asterisk.amiSecret()));
                Host host = new Host(
                        asterisk,
                        Databases.h2(),
                        Host.settings(),
                        UnaryOperator.identity(),
                        builder -> builder.reloader(reloader).applying(Applying.ON_REQUEST))) {
            PlannedChanges changes = new PlannedChanges(host.sipwright, random, carrier.port());
            for (int i = 0; i < plans; i++) {
                changes.make(1 + random.nextInt(6));
                Plan plan = plan(host);
                String what = "plan " + i + " on " + asterisk.major() + ", -Dseed=" + SEED + "\n" + plan;
                compared += check(host, carrier, plan, what);
                nothingIsLeft(host, reloader, what);
                plan.changes().forEach(change -> counts[change.action().ordinal()]++);
                restarts += plan.restarts().size();
            }
        }
        System.out.printf(
                "%d | %d plans: %d objects added, %d changed, %d removed; %d restarts; %d values compared%n",
                asterisk.major(), plans, counts[0], counts[1], counts[2], restarts, compared);
        if (plans >= 30) { // of a few, all may be of one kind
            assertThat(counts).doesNotContain(0);
            assertThat(restarts).isPositive();
            assertThat(compared).isPositive();
        }
    }

    private static Plan plan(Host host) {
        List<Plan> plans = host.sipwright.plan();
        assertThat(plans).hasSize(1);
        return plans.get(0);
    }

    private static int check(Host host, OpenCarrier carrier, Plan plan, String what) throws Exception {
        Map<ObjectKey, Map<String, String>> before = running(host);
        int requests = carrier.count();

        Applied applied = host.sipwright.apply(List.of(plan));

        assertThat(applied.isVerified()).as("%s%n%s", what, applied.summary()).isTrue();
        Map<ObjectKey, Map<String, String>> after = running(host);
        assertThat(keys(plan, Action.ADDED)).as(what).isEqualTo(minus(after.keySet(), before.keySet()));
        assertThat(keys(plan, Action.REMOVED)).as(what).isEqualTo(minus(before.keySet(), after.keySet()));
        Set<ObjectKey> changed = before.keySet().stream()
                .filter(key -> after.containsKey(key) && !after.get(key).equals(before.get(key)))
                .collect(Collectors.toSet());
        assertThat(keys(plan, Action.CHANGED)).as(what).isEqualTo(changed);
        ShownOptions shown = new ShownOptions(host.sipwright.asteriskVersion());
        for (ObjectChange change : plan.changes()) {
            Map<String, String> now = after.getOrDefault(change.object(), Map.of());
            switch (change.action()) {
                case ADDED -> assertThat(shown.added(change, now)).as(what).isEmpty();
                case CHANGED ->
                    assertThat(shown.changed(change, before.get(change.object()), now))
                            .as(what)
                            .isEmpty();
                case REMOVED -> assertThat(change.options()).isEmpty();
            }
        }
        restarts(carrier, requests, plan, after.keySet(), what);
        return shown.compared();
    }

    private static void restarts(OpenCarrier carrier, int requests, Plan plan, Set<ObjectKey> running, String what)
            throws InterruptedException {
        Set<String> expected = new HashSet<>();
        for (ObjectKey registration : plan.restarts()) {
            String account = PlannedChanges.account(registration.name());
            boolean ends = !running.contains(registration);
            expected.add(account);
            assertThat(Waiting.until(LIMIT, () -> carrier.has(requests, account, ends)))
                    .as("%s%n%s registers or ends", what, registration)
                    .isTrue();
        }
        assertThat(Waiting.until(GRACE, () -> !carrier.accounts(requests).equals(expected)))
                .as("%s%nother registrations than %s: %s", what, expected, carrier.accounts(requests))
                .isFalse();
    }

    private static void nothingIsLeft(Host host, CountingReloader reloader, String what) throws IOException {
        int writes = host.rounds.writes.get();
        int reloads = reloader.reloads.get();
        Plan rest = plan(host);
        assertThat(rest.isEmpty()).as("%s%nthen%n%s", what, rest).isTrue();
        assertThat(rest.changes()).isEmpty();
        assertThat(rest.restarts()).isEmpty();
        assertThat(rest.expected()).hasValue(Duration.ZERO);
        assertThat(host.sipwright.apply(List.of(rest)).isVerified()).as(what).isTrue();
        assertThat(host.rounds.writes).as(what).hasValue(writes);
        assertThat(reloader.reloads).as(what).hasValue(reloads);
    }

    private static Map<ObjectKey, Map<String, String>> running(Host host) {
        return RunningObjects.of(host.asterisk, PlannedChanges.identifies());
    }

    private static Set<ObjectKey> keys(Plan plan, Action action) {
        return plan.changes().stream()
                .filter(change -> change.action() == action)
                .map(ObjectChange::object)
                .collect(Collectors.toSet());
    }

    private static Set<ObjectKey> minus(Set<ObjectKey> these, Set<ObjectKey> those) {
        Set<ObjectKey> rest = new HashSet<>(these);
        rest.removeAll(those);
        return rest;
    }
}
