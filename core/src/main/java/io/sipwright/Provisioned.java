package io.sipwright;

import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplyEngine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change that is stored, and how far it has come. Thread-safe. */
public final class Provisioned<T> {

    private final T value;
    private final long generation;
    private final @Nullable Applied applied;
    private final ApplyEngine engine;

    Provisioned(T value, long generation, @Nullable Applied applied, ApplyEngine engine) {
        this.value = value;
        this.generation = generation;
        this.applied = applied;
        this.engine = engine;
    }

    /** The same change under another view of its value. */
    <R> Provisioned<R> with(R other) {
        return new Provisioned<>(other, generation, applied, engine);
    }

    /** The object as it is stored, or as it was before it was deleted. */
    public T value() {
        return value;
    }

    /** Number of the state that holds the change. */
    public long generation() {
        return generation;
    }

    /**
     * How far it had come when the method returned that made it. Empty when changes are applied later, or when a transaction
     * of the caller is still to be committed.
     */
    public Optional<Applied> applied() {
        return Optional.ofNullable(applied);
    }

    /**
     * Waits until the change runs on all nodes, or was refused by one, but not longer than a time. Of a change in a
     * transaction of the caller nothing can be seen before its commit.
     *
     * @return how far it has come until then; {@link Applied#isVerified} tells whether it was seen running
     */
    public Applied awaitApplied(Duration timeout) {
        return engine.await(generation, timeout);
    }

    /** What is stored, and its generation. */
    @Override
    public String toString() {
        return "generation " + generation + ": " + value;
    }
}
