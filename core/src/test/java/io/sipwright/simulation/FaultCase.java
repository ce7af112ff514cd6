package io.sipwright.simulation;

import io.sipwright.apply.Applied;
import io.sipwright.store.StoreException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the disk, the store or Asterisk fails during the last of some changes.
 *
 * @param operations the changes in order
 * @param failing number of the operation that fails
 * @param fault how, if it is one of the disk
 */
record FaultCase(List<Operation> operations, int failing, Fault fault) {

    /** How many operations there are that can fail. */
    int count() {
        World world = prepared();
        int before = world.process.operations();
        last(world);
        return world.process.operations() - before;
    }

    private World prepared() {
        World world = new World();
        world.establish();
        for (int i = 0; i < operations.size() - 1; i++) {
            world.run(operations.get(i), i + 1);
        }
        return world;
    }

    private Applied last(World world) {
        return world.run(operations.get(operations.size() - 1), operations.size());
    }

    /**
     * Runs it.
     *
     * @throws AssertionError if something does not hold
     */
    void run() {
        World world = prepared();
        long generation = world.generation();
        world.process.failAt(failing, fault);
        try {
            explained(last(world), world.process.end());
        } catch (StoreException e) {
            boolean known = e.reason() != StoreException.Reason.OUTCOME_UNKNOWN;
            if (known && world.generation() != generation) {
                throw new AssertionError("A change that counts was said to have failed: " + world.process.end(), e);
            }
        }
        if (world.process.end() == null) {
            throw new AssertionError("There is no operation " + failing);
        }
        world.process.spare();
        world.invariants.look();
        if (!world.engine.reconcile().isVerified()) {
            throw new AssertionError("Not healed at once after: " + world.process.end());
        }
        world.settled();
        CrashCase.Crash.POWER_CUT.happenTo(world, new Random(0));
        world.start();
        world.waitForLease();
        world.reconcile();
        world.settled();
    }

    /** What was not applied says why in words, and names the place. */
    private static void explained(Applied applied, @Nullable String end) {
        String text = applied.summary();
        boolean clear = applied.isVerified()
                || (text.contains("Not written: ") || text.contains("but then: "))
                        && (text.contains("/simulated") || text.contains("database"))
                || text.contains("Asterisk was not reached: ");
        if (!clear || text.contains("null") || text.contains("unknown reason")) {
            throw new AssertionError("Not explained: '" + text + "' after " + end);
        }
    }
}
