package io.sipwright.apply;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets callers wait for something that the rounds of any node may bring about. Thread-safe. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** The status of a node is another one now. */
    void moved() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is so, or a time is over, or this thread is interrupted, which it then still is. */
    void await(BooleanSupplier reached, long nanos) {
        long left = nanos;
        lock.lock();
        try {
            while (!reached.getAsBoolean() && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
