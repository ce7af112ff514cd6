package io.sipwright.testkit.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What clients sent, in the order it came. Thread-safe. */
final class ActionLog {
    private final List<RecordedAction> actions = new ArrayList<>();

    synchronized void add(RecordedAction action) {
        actions.add(action);
        notifyAll();
    }

    synchronized List<RecordedAction> all() {
        return List.copyOf(actions);
    }

    synchronized List<RecordedAction> all(String name) {
        return actions.stream().filter(action -> action.isNamed(name)).toList();
    }

    /** Waits until there are so many of a name; returns what there is then or at the deadline. */
    synchronized List<RecordedAction> await(String name, int count, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<RecordedAction> found = all(name);
        while (found.size() < count) {
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return found;
            }
            try {
                wait(leftMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = all(name);
        }
        return found;
    }
}
