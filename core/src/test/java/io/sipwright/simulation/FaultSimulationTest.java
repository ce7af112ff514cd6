package io.sipwright.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Lets the first operation of the disk, the store or Asterisk fail, then the second, and so on to the last. */
class FaultSimulationTest {

    @Test
    void no_failing_operation_does_harm() {
        Simulation simulation = new Simulation("Faults");
        List<FaultCase> scenarios = new ArrayList<>();
        for (int length = 1; length <= (Simulation.FULL ? 3 : 2); length++) {
            Operation.sequences(length)
                    .forEach(operations -> scenarios.add(new FaultCase(operations, 0, Fault.NO_SPACE)));
        }
        Map<FaultCase, Integer> counts = new ConcurrentHashMap<>();
        simulation.learn(scenarios, scenario -> counts.put(scenario, scenario.count()));
        Random chance = new Random(Simulation.SEED);
        List<FaultCase> cases = new ArrayList<>();
        for (FaultCase scenario : scenarios) {
            for (int failing = 0; failing < counts.getOrDefault(scenario, 0); failing++) {
                for (Fault fault : Fault.values()) {
                    if (Simulation.isChosen(chance, 30)) {
                        cases.add(new FaultCase(scenario.operations(), failing, fault));
                    }
                }
            }
        }
        simulation.run(cases, FaultCase::run, FaultCase::toString);
        simulation.report("simulated faults");
    }
}
