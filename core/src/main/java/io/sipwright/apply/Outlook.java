package io.sipwright.apply;

import io.sipwright.reload.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a round would mean for Asterisk.
 *
 * @param writes whether a file would be written
 * @param reloads whether Asterisk would be asked to reload
 * @param restarts registrations that would register anew, or be ended
 * @param expected how long it would take; empty while that is not known
 */
record Outlook(boolean writes, boolean reloads, List<ObjectKey> restarts, Optional<Duration> expected) {

    Outlook {
        restarts = List.copyOf(restarts);
    }
}
