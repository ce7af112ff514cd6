package io.sipwright.simulation;

import io.sipwright.simulation.CrashCase.Crash;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs many cases, and prints how many there were and what they have violated. By itself it runs a share that a seed chooses;
 * {@code -Dsimulation=full} runs all, {@code -Dsimulation.seed=7} chooses others, {@code -Dsimulation.case=…} runs one.
 */
final class Simulation {

    static final boolean FULL = "full".equals(System.getProperty("simulation"));
    static final long SEED = Long.getLong("simulation.seed", 1);

    private static final int SHOWN = 5;
    /** How often a power cut of which chance decides what it leaves. */
    private static final int TORN = 2;

    private final String title;
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> kinds = Collections.synchronizedMap(new TreeMap<>());
    private final long begun = System.nanoTime();
    private int cases;

    Simulation(String title) {
        this.title = title;
    }

    /** One of so many cases, unless all are wanted. */
    static boolean isChosen(Random chance, int oneOf) {
        return FULL || chance.nextInt(oneOf) == 0;
    }

    /** Runs what breaks nowhere, and must hold as well. */
    <T> void learn(List<T> scenarios, Consumer<T> running) {
        run(scenarios, running, String::valueOf);
        cases -= scenarios.size();
    }

    /** Runs cases on all processors. */
    <T> void run(List<T> all, Consumer<T> running, Function<T, String> description) {
        cases += all.size();
        PrintStream error = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)); // warnings
        try {
            IntStream.range(0, all.size()).parallel().forEach(i -> {
                try {
                    running.accept(all.get(i));
                } catch (AssertionError | RuntimeException e) {
                    String text = String.valueOf(e.getMessage());
                    kinds.merge(text.replaceAll("[0-9]+", "#").replaceAll("(?s)bytes: .*", ""), 1, Integer::sum);
                    violations.add(text + (e instanceof RuntimeException ? " " + trace(e) : "") + "\n    "
                            + description.apply(all.get(i)));
                }
            });
        } finally {
            System.setErr(error);
        }
    }

    private static String trace(Throwable e) {
        return e.getClass().getName() + " at "
                + List.of(e.getStackTrace()).stream().limit(8).toList();
    }

    /** Prints the outcome, and fails if something was violated. */
    void report(String what) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d %s: %,d violations (seed %d, %s, %.1f s)%n",
                title,
                cases,
                what,
                violations.size(),
                SEED,
                FULL ? "all" : "a share; all with -Dsimulation=full",
                (System.nanoTime() - begun) / 1e9);
        if (!violations.isEmpty()) {
            StringBuilder text = new StringBuilder();
            kinds.forEach((kind, count) ->
                    text.append(count).append(" x ").append(kind).append('\n'));
            violations.stream()
                    .sorted()
                    .limit(SHOWN)
                    .forEach(violation -> text.append(violation).append('\n'));
            throw new AssertionError(violations.size() + " violations\n" + text);
        }
    }

    /** Every crash at every step of each scenario, or a share of them. */
    static List<CrashCase> crashes(CrashCase scenario, int steps, Random chance, int oneOf) {
        List<CrashCase> all = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            for (Crash crash : Crash.values()) {
                for (boolean changeFirst : new boolean[] {false, true}) {
                    for (int i = 0; i < (crash == Crash.POWER_CUT_TORN ? TORN : 1); i++) {
                        long seed = chance.nextInt(1_000_000);
                        if (isChosen(chance, oneOf)) {
                            all.add(scenario.at(step, crash, -1, changeFirst, seed));
                        }
                    }
                }
            }
        }
        return all;
    }
}
