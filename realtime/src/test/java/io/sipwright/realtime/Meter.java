package io.sipwright.realtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What it costs from now on. */
final class Meter {

    private final Fleet fleet;
    private final List<FakeAsterisk> fakes;
    private final DatabaseLoad load;
    private final CountedStatements.Counts statements;
    private final Duration host;
    private final Map<Long, Duration> server;
    private final long scanned;
    private final long read;
    private final long asked;

    Meter(Fleet fleet, TestDatabase database, List<FakeAsterisk> fakes) {
        this.fleet = fleet;
        this.fakes = fakes;
        this.load = new DatabaseLoad(database);
        this.statements = fleet.statements.counts();
        this.host = HostLoad.processor();
        this.server = load.processor();
        this.scanned = load.rowsScanned();
        this.read = load.entriesRead();
        this.asked = asked();
    }

    private long asked() {
        return total(fakes).values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> total(List<FakeAsterisk> fakes) {
        Map<String, Long> total = new TreeMap<>();
        fakes.forEach(fake -> fake.answered().forEach((action, count) -> total.merge(action, count, Long::sum)));
        return total;
    }

    /** For each of some changes, and of each node where that makes sense. */
    String perNode(int changes) {
        CountedStatements.Counts counts = fleet.statements.counts().since(statements);
        double of = (double) changes * fakes.size();
        return String.format(
                "%,.1f statements of the change, %,.1f and %,.1f AMI actions of each node; %,.1f ms of the host's"
                        + " processor, %,.1f ms of the database's; %,.0f rows scanned, %,.0f entries of indexes",
                counts.ofOthers() / (double) changes,
                counts.ofNodes() / of,
                (asked() - asked) / of,
                HostLoad.processor().minus(host).toNanos() / 1e6 / changes,
                load.processorSince(server).toNanos() / 1e6 / changes,
                (load.rowsScanned() - scanned) / (double) changes,
                (load.entriesRead() - read) / (double) changes);
    }

    /** Of all together. */
    String total() {
        CountedStatements.Counts counts = fleet.statements.counts().since(statements);
        return String.format(
                "%,d statements in %,d transactions, %,d AMI actions; %,.1f s of the host's processor, %,.1f s of the"
                        + " database's; %,d rows scanned",
                counts.ofNodes() + counts.ofOthers(),
                counts.commits(),
                asked() - asked,
                HostLoad.processor().minus(host).toNanos() / 1e9,
                load.processorSince(server).toNanos() / 1e9,
                load.rowsScanned() - scanned);
    }
}
