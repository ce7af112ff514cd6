package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes when: no two rounds are closer than the rest, and no change is lost. */
class PacePropertyTest {

    private static final int EVENTS = 200;
    private static final long MILLI = 1_000_000;

    @Property(tries = 500)
    void rounds_keep_their_distance_and_lose_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        ApplySettings settings = ApplySettings.standard()
                .withRest(Duration.ofMillis(random.nextInt(300)), random.nextDouble() * 3)
                .withReconcileInterval(Duration.ofMillis(1 + random.nextInt(5000)));
        long now = random.nextInt(1_000_000) * MILLI;
        Pace pace = new Pace(settings, now);
        long restUntil = now;
        long firstMissed = -1;

        for (int event = 0; event < EVENTS; event++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    pace.change();
                    firstMissed = firstMissed < 0 ? now : firstMissed;
                }
                case 1 -> now += random.nextInt(1000) * MILLI;
                default -> now += Math.max(0, pace.untilNext(now));
            }
            boolean requested = random.nextInt(20) == 0;
            if (requested) {
                pace.request();
            }
            if (pace.untilNext(now) > 0) {
                assertThat(firstMissed < 0 || restUntil > now)
                        .as("a change waits only for the rest, at event %s", event)
                        .isTrue();
                continue;
            }
            Reason reason = pace.take(now);
            if (reason != Reason.REQUEST && reason != Reason.RETRY) {
                assertThat(now).as("%s at event %s", reason, event).isGreaterThanOrEqualTo(restUntil);
            }
            assertThat(requested).isEqualTo(reason == Reason.REQUEST);
            firstMissed = -1;
            long reload = random.nextInt(500);
            now += reload * MILLI;
            if (random.nextBoolean()) {
                pace.change(); // while the round is under way
                firstMissed = now;
            }
            pace.ended(PaceTest.round(reload, outcome(random)), reason, now);
            restUntil = now + Math.max(settings.rest().toNanos(), (long) (reload * MILLI * settings.restFactor()));
        }
    }

    private static ReloadOutcome outcome(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> FakeAsterisk.UNREACHABLE;
            case 1 -> FakeAsterisk.missing("anna");
            default -> FakeAsterisk.VERIFIED;
        };
    }
}
