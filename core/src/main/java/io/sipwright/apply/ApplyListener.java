package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;

/**
 * Told about each step on each node, by the thread that takes the step: what takes long holds it up. An exception is logged,
 * and has no other consequence. A round that fails before it has begun ends without a start.
 */
public interface ApplyListener {

    /** A round begins on the newest state. */
    default void roundStarted(String node, long generation) {}

    /** The files hold a generation, or did already, or someone else's edit stood in the way. */
    default void written(String node, long generation, WriteResult result) {}

    /** Asterisk was asked to reload, and was looked at. */
    default void reloaded(String node, long generation, ReloadOutcome outcome) {}

    /**
     * Changes that were to be confirmed are taken back, in the store; rounds bring that to the nodes.
     *
     * @param base generation before the first of them, which is brought back
     * @param newest generation of the last of them
     * @param reason why, in words
     */
    default void wentBack(long base, long newest, String reason) {}

    /** A round is over. */
    default void roundEnded(NodeStatus before, NodeStatus after) {}
}
