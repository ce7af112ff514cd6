package io.sipwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.simulation.CrashCase.Crash;
import io.sipwright.simulation.SimulatedAsterisk.Mood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulation stops at every one of the points that have a name. */
class CrashPointTest {

    private static CrashCase crash(Mood mood, Operation operation, String before) {
        CrashCase scenario = new CrashCase(true, mood, List.of(operation), 0, Crash.KILL, -1, true, 0);
        return scenario.before(scenario.steps().indexOf(before));
    }

    @Test
    void every_crash_point_is_a_step() {
        List<String> steps = new ArrayList<>();
        for (Mood mood : Mood.values()) {
            steps.addAll(crash(mood, Operation.UPDATE_TRUNK, "commit").steps());
            steps.addAll(crash(mood, Operation.UPDATE_USER, "commit").steps());
        }
        steps.addAll(crash(Mood.WELL, Operation.UPDATE_TRUNK, "wake the engine").run()); // both files at once
        steps.addAll(crash(Mood.WELL, Operation.UPDATE_TRUNK, "force .pjsip_trunks.conf.tmp")
                .run());

        assertThat(Arrays.stream(CrashPoint.values()))
                .allSatisfy(point -> assertThat(steps).contains(point.next));
    }

    @Test
    void files_are_taken_back_and_asterisk_reloads_them() {
        List<String> steps =
                crash(Mood.LOSING, Operation.UPDATE_TRUNK, "commit").steps();

        int lost = steps.indexOf("have seen all objects");
        assertThat(steps.subList(lost, steps.size()))
                .containsSubsequence(
                        CrashPoint.C31_FIRST_TAKEN_BACK.next, CrashPoint.C33_RELOAD_OF_WHAT_WAS_TAKEN_BACK.next);
    }
}
