package io.sipwright.store;

/**
 * How far a node has come.
 *
 * @param writtenGeneration number of the state that its files hold; -1 while that is not known
 * @param verifiedGeneration number of the newest state that it was seen running; -1 for none
 * @param note what whoever applies wants to find again; may be empty
 */
public record NodeState(long writtenGeneration, long verifiedGeneration, String note) {

    /** Of a node that nothing is known of. */
    public static final NodeState UNKNOWN = new NodeState(-1, -1, "");
}
