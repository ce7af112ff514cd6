package io.sipwright.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Who may apply to a node, and how far it has come. Several instances of a host agree here: one takes the lease, works,
 * and records what it did; an instance that slept past the end of its lease finds that its fence is too small, and
 * records nothing.
 *
 * <p>Times are those of the store's own clock, so that it does not matter how far the clocks of the instances are
 * apart. Nothing here takes part in a transaction of the caller. Thread-safe.
 */
public interface NodeRegistry {

    /**
     * Takes the lease, if no other owner holds it. An owner that holds it already takes it anew, with a higher fence.
     *
     * @param length for which it holds unless it is renewed
     * @return empty while another owner holds it
     * @throws StoreException if the store can't be reached
     */
    Optional<Lease> acquire(String node, String owner, Duration length);

    /**
     * Keeps a lease from ending, from now on.
     *
     * @return false if another owner has taken it since
     */
    boolean renew(Lease lease, Duration length);

    /** Gives a lease back; nothing happens if it was lost. */
    void release(Lease lease);

    /**
     * Records how far a node has come.
     *
     * @return false if another owner has taken the lease since; nothing is recorded then
     */
    boolean record(Lease lease, NodeState state);

    /** What was recorded last; {@link NodeState#UNKNOWN} if nothing was. */
    NodeState state(String node);
}
