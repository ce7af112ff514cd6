package io.sipwright.integration.carrier;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What was tried, counted by carrier and version of Asterisk. Thread-safe. */
final class CallTable {

    /** What is counted. */
    enum What {
        IN,
        REFUSED,
        OUT,
        REGISTERED
    }

    private final Map<String, Map<Integer, Map<What, Integer>>> counts = new TreeMap<>();

    synchronized void count(CarrierCase carrier, int version, What what) {
        counts.computeIfAbsent(String.format("%-22s %-28s", carrier.template, carrier.kind), row -> new TreeMap<>())
                .computeIfAbsent(version, column -> new EnumMap<>(What.class))
                .merge(what, 1, Integer::sum);
    }

    /** A row for each carrier, and for each version the four counts. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder(
                String.format("%-51s   version: in, refused, out, registrations%n", "carrier and kind"));
        counts.forEach((row, versions) -> {
            text.append(row);
            versions.forEach((version, numbers) -> {
                text.append(String.format("   %d:", version));
                for (What what : What.values()) {
                    text.append(String.format(" %3d", numbers.getOrDefault(what, 0)));
                }
            });
            text.append(System.lineSeparator());
        });
        return text.toString();
    }
}
