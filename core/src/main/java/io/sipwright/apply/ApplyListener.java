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

    /** A round is over. */
    default void roundEnded(NodeStatus before, NodeStatus after) {}
}
