package io.sipwright.simulation;

import io.sipwright.simulation.CrashCase.Crash;
import io.sipwright.simulation.SimulatedAsterisk.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Crashes before every step of every sequence of up to three operations. */
class CrashSimulationTest {

    private static List<CrashCase> scenarios(boolean established, Mood mood, int longest) {
        List<CrashCase> scenarios = new ArrayList<>();
        for (int length = 1; length <= longest; length++) {
            for (List<Operation> operations : Operation.sequences(length)) {
                scenarios.add(new CrashCase(established, mood, operations, 0, Crash.KILL, -1, false, 0));
            }
        }
        return scenarios;
    }

    private static void crash(String title, List<CrashCase> scenarios, int oneOf) {
        Simulation simulation = new Simulation(title);
        Map<List<Operation>, List<String>> steps = new ConcurrentHashMap<>();
        new Simulation("dry")
                .run(scenarios, scenario -> steps.put(scenario.operations(), scenario.steps()), CrashCase::id);
        Random chance = new Random(Simulation.SEED);
        List<CrashCase> cases = new ArrayList<>();
        for (CrashCase scenario : scenarios) {
            int count = steps.getOrDefault(scenario.operations(), List.of()).size();
            cases.addAll(Simulation.crashes(scenario, count, chance, oneOf));
        }
        simulation.run(
                cases, CrashCase::run, each -> each.description(steps.getOrDefault(each.operations(), List.of())));
        simulation.report("simulated crashes");
    }

    private static CrashCase scenario(boolean established, Mood mood, Operation... operations) {
        return new CrashCase(established, mood, List.of(operations), 0, Crash.KILL, -1, false, 0);
    }

    @Test
    void no_crash_does_harm() {
        crash("Crashes", scenarios(true, Mood.WELL, 3), 120);
    }

    @Test
    void no_crash_at_the_very_first_does_harm() {
        crash(
                "Crashes in an empty directory",
                List.of(
                        scenario(false, Mood.WELL, Operation.CREATE_USER),
                        scenario(false, Mood.WELL, Operation.CREATE_TRUNK, Operation.CREATE_USER)),
                2);
    }

    @Test
    void no_crash_does_harm_while_asterisk_refuses_objects() {
        crash("Crashes while Asterisk refuses objects", scenarios(true, Mood.REFUSING, 2), 40);
    }

    @Test
    void no_crash_does_harm_while_asterisk_loses_objects() {
        crash("Crashes while Asterisk loses objects", scenarios(true, Mood.LOSING, 2), 40);
    }

    @Test
    void no_second_crash_during_the_recovery_does_harm() {
        Simulation simulation = new Simulation("Double crashes");
        Random chance = new Random(Simulation.SEED);
        Map<List<Operation>, Integer> steps = new ConcurrentHashMap<>();
        Map<CrashCase, Integer> recoveries = new ConcurrentHashMap<>();
        List<CrashCase> first = new ArrayList<>();
        for (int i = 0; i < (Simulation.FULL ? 10_000 : 400); i++) {
            List<Operation> operations = new ArrayList<>();
            for (int length = 1 + chance.nextInt(3); length > 0; length--) {
                operations.add(Operation.values()[chance.nextInt(Operation.values().length)]);
            }
            Mood mood = Mood.values()[chance.nextInt(Mood.values().length)];
            Crash crash = Crash.values()[chance.nextInt(Crash.values().length)];
            first.add(new CrashCase(
                    true,
                    mood,
                    operations,
                    chance.nextInt(100_000),
                    crash,
                    -1,
                    chance.nextBoolean(),
                    chance.nextInt(1000)));
        }
        simulation.learn(
                first, each -> steps.merge(each.operations(), each.steps().size(), Math::min));
        first.replaceAll(each -> each.before(each.step() % steps.getOrDefault(each.operations(), 1)));
        simulation.learn(first, each -> recoveries.put(each, each.run().size()));
        List<CrashCase> second = first.stream()
                .map(each -> each.again(chance.nextInt(1 + recoveries.getOrDefault(each, 0))))
                .toList();
        simulation.run(second, CrashCase::run, each -> each.description(List.of()));
        simulation.report("simulated crashes, each followed by another");
    }

    /** The record of a file that was brought back got lost, and the file was taken for an edit by someone else. */
    @Test
    void a_power_cut_while_files_are_brought_back_leaves_none_that_looks_edited() {
        CrashCase.parse("established/REFUSING/0.4.1/3/POWER_CUT_TORN/67/look/190")
                .run();
    }

    /** {@code -Dsimulation.case=…} as a violation prints it. */
    @Test
    @EnabledIfSystemProperty(named = "simulation.case", matches = ".+")
    void one_case() {
        CrashCase.parse(System.getProperty("simulation.case", "")).run();
    }
}
