package io.sipwright.realtime;

import java.util.Collection;

/** A table that grows line by line, as what it says is measured. */
final class SimulationReport {

    SimulationReport() {
        System.out.println("| what | measured |\n|---|---|");
    }

    void line(String what, String measured, Object... values) {
        System.out.println("| " + what + " | " + String.format(measured, values) + " |");
        System.out.flush();
    }

    static String millis(Collection<Double> values) {
        Quantiles quantiles = Quantiles.of(values);
        return String.format("%,.0f / %,.0f ms", quantiles.p50(), quantiles.p99());
    }
}
