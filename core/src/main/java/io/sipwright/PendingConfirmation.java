package io.sipwright;

import java.time.Instant;

/**
 * Changes that are taken back unless they are confirmed.
 *
 * @param base generation before the first of them, to which it goes back
 * @param newest generation of the last of them
 * @param deadline by the clock of the store
 * @param actor who made the first of them
 */
public record PendingConfirmation(long base, long newest, Instant deadline, String actor) {}
