package io.sipwright;

import io.sipwright.reload.ObserverException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in one node, or why nothing could be seen. Immutable.
 *
 * @param <T> what was looked for
 */
public final class Observation<T> {
    private final String node;
    private final List<T> seen;
    private final @Nullable String trouble;

    private Observation(String node, List<T> seen, @Nullable String trouble) {
        this.node = node;
        this.seen = List.copyOf(seen);
        this.trouble = trouble;
    }

    static <T> Observation<T> of(String node, List<T> seen) {
        return new Observation<>(node, seen, null);
    }

    static <T> Observation<T> unknown(String node, String trouble) {
        return new Observation<>(node, List.of(), trouble);
    }

    /** The name of the node. */
    public String node() {
        return node;
    }

    public boolean isKnown() {
        return trouble == null;
    }

    /** Why nothing could be seen, in a sentence; null if it could. */
    public @Nullable String trouble() {
        return trouble;
    }

    /**
     * What was seen; empty if there is nothing.
     *
     * @throws ObserverException if nothing could be seen
     */
    public List<T> get() {
        if (trouble != null) {
            throw new ObserverException(node + ": " + trouble);
        }
        return seen;
    }

    @Override
    public String toString() {
        return node + ": " + (trouble == null ? seen : trouble);
    }
}
