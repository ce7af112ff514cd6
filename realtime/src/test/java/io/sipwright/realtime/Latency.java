package io.sipwright.realtime;

import java.time.Duration;
import java.util.Map;

/**
 * How long a node takes to answer.
 *
 * @param roundTrip on the network, there and back
 * @param actions what each takes in Asterisk, by its name
 * @param others what all others take
 */
record Latency(Duration roundTrip, Map<String, Duration> actions, Duration others) {

    /** What Asterisk 22 takes; measured by {@link AmiLatencyMeasurement}. */
    static Latency asMeasured(Duration roundTrip) {
        return new Latency(
                roundTrip,
                Map.of(
                        "Getvar", Duration.ofNanos(300_000),
                        "PJSIPShowEndpoint", Duration.ofNanos(1_500_000),
                        "Reload", Duration.ofMillis(50)),
                Duration.ofNanos(50_000));
    }

    static Latency none() {
        return new Latency(Duration.ZERO, Map.of(), Duration.ZERO);
    }

    /** The same for each action. */
    static Latency each(Duration answer) {
        return new Latency(Duration.ZERO, Map.of(), answer);
    }

    long nanos(AmiRequest request) {
        return actions.getOrDefault(request.action(), others).toNanos();
    }
}
