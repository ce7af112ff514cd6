package io.sipwright.testkit.ami;

/** How often a rule still counts. Thread-safe. */
final class Uses {
    private static final int FOR_EVER = -1;

    private int left = FOR_EVER;

    synchronized void limit(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more: " + times);
        }
        left = times;
    }

    synchronized boolean isForEver() {
        return left == FOR_EVER;
    }

    /** Whether there was one left. */
    synchronized boolean take() {
        if (left > 0) {
            left--;
            return true;
        }
        return left == FOR_EVER;
    }
}
