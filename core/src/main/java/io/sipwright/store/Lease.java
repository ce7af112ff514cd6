package io.sipwright.store;

/**
 * The right to apply to a node, for a while.
 *
 * @param node it is for
 * @param owner who holds it
 * @param fence grows with each taking; whoever holds a smaller one has been overtaken
 */
public record Lease(String node, String owner, long fence) {}
