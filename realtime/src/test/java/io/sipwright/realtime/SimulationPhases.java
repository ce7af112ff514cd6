package io.sipwright.realtime;

import io.sipwright.Provisioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What is measured on a fleet, one after the other. */
final class SimulationPhases {

    private static final int SAMPLES = 50;
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration REST = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final List<FakeAsterisk> fakes;
    private final SimulationReport report;
    private final Latency usual;
    private final int changes;

    SimulationPhases(
            TestDatabase database, List<FakeAsterisk> fakes, SimulationReport report, Latency usual, int changes) {
        this.database = database;
        this.fakes = fakes;
        this.report = report;
        this.usual = usual;
        this.changes = changes;
    }

    void all(Fleet fleet) {
        start(fleet, "first start of the host");
        for (int i = 0; i < SAMPLES; i++) { // what is compiled while it runs is not to be measured
            fleet.sipwright.users().create(SimulatedUsers.user("warm" + i));
        }
        settled(fleet);
        report.line("heap at rest", "%,d MB", HostLoad.restMegabytes());
        rest(fleet);
        single(fleet, "create", i -> fleet.sipwright.users().create(SimulatedUsers.user("new" + i)));
        single(fleet, "new password", i -> fleet.sipwright.users().update("new" + i, SimulatedUsers.password(i)));
        single(fleet, "delete", i -> fleet.sipwright.users().delete("new" + i));
        slow(fleet);
        burst(fleet);
        away(fleet);
        report.line("heap at rest, in the end", "%,d MB", HostLoad.restMegabytes());
    }

    /** Until all nodes are verified at the newest generation. */
    void start(Fleet fleet, String what) {
        long newest = newest();
        Meter meter = new Meter(fleet, database, fakes);
        List<Duration> times = fleet.awaitVerified(newest, node -> true, LIMIT);
        report.line(what, "all verified after %s; %s", seconds(longest(times)), meter.perNode(1));
    }

    private void rest(Fleet fleet) {
        Meter meter = new Meter(fleet, database, fakes);
        Fleet.pause(REST);
        report.line("a minute at rest", "%s", meter.total());
    }

    private void single(Fleet fleet, String what, IntFunction<Provisioned<?>> change) {
        List<Double> written = new ArrayList<>();
        List<Double> verified = new ArrayList<>();
        Meter meter = new Meter(fleet, database, fakes);
        Duration between = Duration.ofMillis(400); // longer than the rest after a round
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            Provisioned<?> changed = change.apply(i);
            written.add((System.nanoTime() - start) / 1e6);
            if (!changed.awaitApplied(LIMIT).isVerified()) {
                throw new IllegalStateException("Not verified: " + fleet.verified());
            }
            verified.add((System.nanoTime() - start) / 1e6);
            Fleet.pause(between);
        }
        report.line(
                what + ", one by one (p50 / p99)",
                "written %s, verified on all %s; per change: %s",
                SimulationReport.millis(written),
                SimulationReport.millis(verified),
                meter.perNode(SAMPLES));
    }

    private void slow(Fleet fleet) {
        int slow = 0;
        fakes.get(slow).answersIn(Latency.each(Duration.ofMillis(500)));
        List<Double> others = new ArrayList<>();
        List<Double> itself = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            long generation = fleet.sipwright
                    .users()
                    .create(SimulatedUsers.user("slow" + i))
                    .generation();
            fleet.awaitVerified(generation, node -> !node.equals(Fleet.name(slow)), LIMIT);
            others.add((System.nanoTime() - start) / 1e6);
            fleet.awaitVerified(generation, node -> node.equals(Fleet.name(slow)), LIMIT);
            itself.add((System.nanoTime() - start) / 1e6);
        }
        fakes.get(slow).answersIn(usual);
        report.line(
                "create, one node takes 500 ms for each answer (p50 / p99)",
                "the others verified %s, that node %s",
                SimulationReport.millis(others),
                SimulationReport.millis(itself));
        settled(fleet);
    }

    private void burst(Fleet fleet) {
        HostLoad.peakMegabytes();
        Meter meter = new Meter(fleet, database, fakes);
        long start = System.nanoTime();
        long generation = 0;
        List<Double> written = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            long began = System.nanoTime();
            generation = fleet.sipwright
                    .users()
                    .create(SimulatedUsers.user("burst" + i))
                    .generation();
            written.add((System.nanoTime() - began) / 1e6);
        }
        double made = (System.nanoTime() - start) / 1e9;
        List<Duration> times = fleet.awaitVerified(generation, node -> true, LIMIT);
        report.line(
                String.format("%,d changes without a pause", changes),
                "made in %,.0f s (%,.0f/s, each %s); the last verified on all %s later; heap at most %,d MB; per change: %s",
                made,
                changes / made,
                SimulationReport.millis(written),
                seconds(longest(times)),
                HostLoad.peakMegabytes(),
                meter.perNode(changes));
    }

    private void away(Fleet fleet) {
        int away = fakes.size() - 1;
        fakes.get(away).goAway();
        long start = System.nanoTime();
        long generation = fleet.sipwright
                .upsertAll(SimulatedUsers.batch("away", 0, changes))
                .generation();
        double made = (System.nanoTime() - start) / 1e9;
        HostLoad.peakMegabytes();
        List<Duration> others = fleet.awaitVerified(generation, node -> !node.equals(Fleet.name(away)), LIMIT);
        report.line(
                String.format("%,d users in one transaction, one node is away", changes),
                "made in %,.1f s; verified on the others %s later; heap at most %,d MB",
                made,
                seconds(longest(others)),
                HostLoad.peakMegabytes());
        Meter meter = new Meter(fleet, database, fakes.subList(away, away + 1));
        fakes.get(away).comeBack();
        List<Duration> itself = fleet.awaitVerified(generation, node -> node.equals(Fleet.name(away)), LIMIT);
        report.line(
                "the node is there again",
                "verified %s after; heap at most %,d MB; %s",
                seconds(longest(itself)),
                HostLoad.peakMegabytes(),
                meter.perNode(1));
    }

    private void settled(Fleet fleet) {
        fleet.awaitVerified(newest(), node -> true, LIMIT);
        Fleet.pause(Duration.ofSeconds(1));
    }

    private long newest() {
        return Long.parseLong(String.valueOf(
                database.column("SELECT generation FROM sip_state").get(0)));
    }

    private static Duration longest(List<Duration> times) {
        return times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static String seconds(Duration time) {
        return String.format("%,.1f s", time.toNanos() / 1e9);
    }
}
