package io.sipwright.store;

import java.time.Instant;

/**
 * Changes that may still be taken back: those after a generation, unless someone confirms them in time. A store keeps one at
 * most, in the transactions of the changes themselves.
 *
 * @param base generation before the first of them
 * @param deadline by the clock of the store
 * @param actor who made the first of them
 * @param token of whoever may add to them
 */
public record Provisional(long base, Instant deadline, String actor, String token) {}
