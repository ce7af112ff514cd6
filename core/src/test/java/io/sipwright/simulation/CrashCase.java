package io.sipwright.simulation;

import io.sipwright.simulation.SimulatedAsterisk.Mood;
import io.sipwright.simulation.SimulatedProcess.Killed;
import io.sipwright.target.SimulatedFiles.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A crash at one step of the last of some operations, and perhaps another one at a step of the recovery.
 *
 * @param established whether there are objects already, and files
 * @param mood of Asterisk
 * @param operations in order
 * @param step before which the first crash comes
 * @param crash its kind
 * @param again step of the recovery before which the second crash comes; -1 for none
 * @param changeFirst whether the first thing after the restart is another change, before anyone has looked at what is there
 * @param seed of what a power cut leaves by chance
 */
record CrashCase(
        boolean established,
        Mood mood,
        List<Operation> operations,
        int step,
        Crash crash,
        int again,
        boolean changeFirst,
        long seed) {

    /** Kinds of crashes. */
    enum Crash {
        /** The process ends. */
        KILL(null),
        /** The machine ends, and all that was not forced is lost. */
        POWER_CUT(Loss.ALL),
        /** The machine ends; files were renamed whose content was not written. */
        POWER_CUT_RENAMED(Loss.CONTENT),
        /** The machine ends, and anything that was not forced may be lost. */
        POWER_CUT_TORN(Loss.ANY);

        private final @Nullable Loss loss;

        Crash(@Nullable Loss loss) {
            this.loss = loss;
        }

        void happenTo(World world, Random chance) {
            if (loss == null) {
                world.kill();
            } else {
                world.cutPower(loss, chance);
            }
        }
    }

    private static final int LATER = 8;

    CrashCase at(int otherStep, Crash otherCrash, int otherAgain, boolean otherChangeFirst, long otherSeed) {
        return new CrashCase(
                established, mood, operations, otherStep, otherCrash, otherAgain, otherChangeFirst, otherSeed);
    }

    CrashCase before(int otherStep) {
        return at(otherStep, crash, again, changeFirst, seed);
    }

    CrashCase again(int otherAgain) {
        return at(step, crash, otherAgain, changeFirst, seed);
    }

    /** Names of the steps of the last operation, when nothing happens to it. */
    List<String> steps() {
        World world = prepared();
        int before = world.process.trace().size();
        last(world);
        rest(world);
        List<String> trace = world.process.trace();
        List<String> steps = List.copyOf(trace.subList(before, trace.size()));
        finish(world);
        return steps;
    }

    private World prepared() {
        World world = new World();
        if (established) {
            world.establish();
        }
        world.asterisk.become(mood);
        world.invariants.allowTakingBack(mood != Mood.WELL);
        for (int i = 0; i < operations.size() - 1; i++) {
            world.run(operations.get(i), i + 1);
        }
        return world;
    }

    private void last(World world) {
        world.run(operations.get(operations.size() - 1), operations.size());
    }

    /** How an undisturbed world must be, while Asterisk is as it is. */
    private void rest(World world) {
        world.invariants.look();
        if (mood == Mood.WELL) {
            world.invariants.look();
        } else {
            world.bearable();
        }
    }

    /**
     * Runs it.
     *
     * @return names of the steps that the recovery took
     * @throws AssertionError if something does not hold
     */
    List<String> run() {
        Random chance = new Random(seed);
        World world = prepared();
        world.process.killBefore(step);
        try {
            last(world);
        } catch (Killed e) {
            // as was planned
        }
        if (world.process.end() == null) {
            throw new AssertionError("There is no step " + step);
        }
        crash.happenTo(world, chance);
        world.start();
        if (again >= 0) {
            world.process.killBefore(again);
        }
        try {
            recover(world);
        } catch (Killed e) {
            Crash[] crashes = Crash.values();
            crashes[chance.nextInt(crashes.length)].happenTo(world, chance);
            world.start();
            recover(world);
        }
        List<String> recovery = List.copyOf(world.process.trace());
        finish(world);
        return recovery;
    }

    private void recover(World world) {
        if (changeFirst) {
            world.waitForLease();
            world.run(Operation.CREATE_USER, LATER);
        } else {
            world.engine.reconcile(); // perhaps the lease is still held
            world.waitForLease();
        }
        world.reconcile();
        if (mood != Mood.WELL) {
            world.bearable();
        }
    }

    private void finish(World world) {
        world.process.spare();
        if (mood != Mood.WELL) {
            world.asterisk.become(Mood.WELL);
            world.invariants.allowTakingBack(false);
            world.engine.apply();
        }
        world.settled();
        Crash.POWER_CUT.happenTo(world, new Random(seed));
        world.start();
        world.waitForLease();
        world.reconcile();
        world.settled();
    }

    /** What {@link #parse} reads. */
    String id() {
        return String.join(
                "/",
                established ? "established" : "new",
                mood.toString(),
                operations.stream()
                        .map(operation -> Integer.toString(operation.ordinal()))
                        .collect(Collectors.joining(".")),
                Integer.toString(step),
                crash.toString(),
                Integer.toString(again),
                changeFirst ? "change" : "look",
                Long.toString(seed));
    }

    static CrashCase parse(String id) {
        String[] parts = id.split("/");
        List<Operation> operations = new ArrayList<>();
        Arrays.stream(parts[2].split("\\."))
                .forEach(number -> operations.add(Operation.values()[Integer.parseInt(number)]));
        return new CrashCase(
                parts[0].equals("established"),
                Mood.valueOf(parts[1]),
                operations,
                Integer.parseInt(parts[3]),
                Crash.valueOf(parts[4]),
                Integer.parseInt(parts[5]),
                parts[6].equals("change"),
                Long.parseLong(parts[7]));
    }

    /** For people. */
    String description(List<String> steps) {
        return String.format(
                Locale.ROOT,
                "%s%s; Asterisk %s; %s before step %d, '%s'%s; then %s; seed %d%n    again: -Dsimulation.case=%s",
                established ? "" : "from nothing: ",
                operations,
                mood,
                crash,
                step,
                step < steps.size() ? steps.get(step) : "?",
                again < 0 ? "" : ", and again before step " + again + " of the recovery",
                changeFirst ? "a change" : "a look",
                seed,
                id());
    }
}
