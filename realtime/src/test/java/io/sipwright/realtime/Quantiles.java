package io.sipwright.realtime;

import java.util.Collection;

/** The middle of what was measured, and what one of a hundred goes beyond. */
record Quantiles(double p50, double p99) {

    static Quantiles of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Quantiles(at(sorted, 50), at(sorted, 99));
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
