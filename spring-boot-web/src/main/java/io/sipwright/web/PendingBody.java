package io.sipwright.web;

import io.sipwright.PendingConfirmation;
import java.time.Instant;

/**
 * Changes that are taken back unless they are confirmed.
 *
 * @param base generation before the first of them, to which it goes back
 * @param newest generation of the last of them
 * @param deadline by the clock of the database
 * @param actor who made the first of them
 */
record PendingBody(long base, long newest, Instant deadline, String actor) {

    static PendingBody of(PendingConfirmation pending) {
        return new PendingBody(pending.base(), pending.newest(), pending.deadline(), pending.actor());
    }
}
