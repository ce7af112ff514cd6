package io.sipwright.reload;

import java.util.List;

/** What is known after a reload. Only {@link Verified} says that Asterisk runs what was written. */
public sealed interface ReloadOutcome {

    /** Asterisk was asked for its objects, and runs what was written. */
    record Verified() implements ReloadOutcome {}

    /** Asterisk said that it has reloaded, which it says of broken files too; nothing was looked at. */
    record Accepted() implements ReloadOutcome {}

    /**
     * Asterisk runs something else than what was written.
     *
     * @param objects what is wrong with each
     */
    record Rejected(List<String> objects) implements ReloadOutcome {

        public Rejected {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Asterisk was not reached, or did not answer; what it runs is unknown.
     *
     * @param reason in words
     */
    record Unreachable(String reason) implements ReloadOutcome {}

    /** No one asked Asterisk for a reload. */
    record NotAsked() implements ReloadOutcome {}
}
