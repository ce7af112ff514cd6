package io.sipwright.simulation;

import io.sipwright.target.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of the program from its start to its end: counts its steps, and ends it before one of them. A dead process does
 * nothing any more, whatever its {@code finally} blocks try.
 */
final class SimulatedProcess implements SimulatedDisk.Stepping {

    /** The end of a process. Not an exception: no one handles it. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        Killed(String step) {
            super("Killed before: " + step, null, false, false);
        }
    }

    /** Makes a look at the world whenever something may have changed. */
    interface Watcher {
        void look();
    }

    private final Watcher watcher;
    private final List<String> trace = new ArrayList<>();
    private @Nullable Fault fault;
    private int steps;
    private int operations;
    private int killAt = -1;
    private int failAt = -1;
    private @Nullable String end;

    SimulatedProcess(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Ends the process before a step, counted from now; 0 is the next one. */
    void killBefore(int step) {
        killAt = steps + step;
    }

    /** Lets an operation fail, counted from now; 0 is the next one. */
    void failAt(int operation, Fault kind) {
        failAt = operations + operation;
        fault = kind;
    }

    /** No more of it. */
    void spare() {
        killAt = -1;
        failAt = -1;
    }

    /** The step that it was killed before, or that failed; null if it was not. */
    @Nullable
    String end() {
        return end;
    }

    /** How many operations of the disk, the store and Asterisk there were. */
    int operations() {
        return operations;
    }

    /** All changes that were made or tried. */
    List<String> trace() {
        return trace;
    }

    /** A step that is no operation of the disk. */
    void step(String name) {
        if (end != null && killAt >= 0) {
            throw new Killed(end);
        }
        watcher.look();
        if (steps++ == killAt) {
            end = name;
            throw new Killed(name);
        }
        trace.add(name);
    }

    /** Whether this operation of the store or of Asterisk is the one that fails. */
    boolean fails(String name) {
        if (operations++ == failAt) {
            end = name;
            return true;
        }
        return false;
    }

    @Override
    public void change(String name) throws IOException {
        step(name);
        look(name);
    }

    @Override
    public void look(String name) throws IOException {
        if (end != null && killAt >= 0) {
            throw new Killed(end);
        }
        if (fails(name) && fault != null) {
            throw fault.of(name);
        }
    }
}
