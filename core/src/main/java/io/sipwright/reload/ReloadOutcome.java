package io.sipwright.reload;

import java.util.List;
import java.util.stream.Collectors;

/** What is known after a reload. Only {@link Verified} says that Asterisk runs what was written. */
public sealed interface ReloadOutcome {

    /** What it means, in a sentence. */
    String summary();

    /**
     * Asterisk was asked for its objects, and runs what was written.
     *
     * @param objects how many objects were looked at, besides the names of all
     */
    record Verified(int objects) implements ReloadOutcome {

        @Override
        public String summary() {
            return "Seen running in Asterisk";
        }
    }

    /** Asterisk said that it has reloaded, which it says of broken files too; nothing was looked at. */
    record Accepted() implements ReloadOutcome {

        @Override
        public String summary() {
            return "Asterisk says that it has reloaded, which proves nothing";
        }
    }

    /**
     * Asterisk runs something else than what was written.
     *
     * @param objects those that differ, never empty
     */
    record Rejected(List<RejectedObject> objects) implements ReloadOutcome {

        private static final int SHOWN = 5;

        public Rejected {
            objects = List.copyOf(objects);
        }

        @Override
        public String summary() {
            return "Asterisk runs something else: "
                    + objects.stream()
                            .limit(SHOWN)
                            .map(RejectedObject::toString)
                            .collect(Collectors.joining("; "))
                    + (objects.size() > SHOWN ? "; and " + (objects.size() - SHOWN) + " more" : "");
        }
    }

    /**
     * Asterisk did not do it, and runs what it ran before: it refused the login or the action, or was busy with another
     * reload for too long.
     *
     * @param cause what sort of trouble it is
     * @param reason in words
     */
    record Failed(Cause cause, String reason) implements ReloadOutcome {

        /** Why Asterisk did not reload. */
        public enum Cause {
            /** User or secret of the manager account are wrong, or it may not come from here. */
            LOGIN_REFUSED,
            /** The manager account lacks a right. */
            NOT_PERMITTED,
            /** {@code res_pjsip.so} is not loaded. */
            NO_SUCH_MODULE,
            /** Another reload went on for too long. */
            BUSY,
            /** Asterisk has not finished its start. */
            STARTING,
            /** Anything else that Asterisk said. */
            REFUSED
        }

        @Override
        public String summary() {
            return "Asterisk did not reload: " + reason;
        }
    }

    /**
     * Asterisk was not reached, or its answer was not; what it runs is unknown.
     *
     * @param cause what sort of trouble it is
     * @param reason in words
     */
    record Unreachable(Cause cause, String reason) implements ReloadOutcome {

        /** How the connection failed. */
        public enum Cause {
            /** No connection could be made. */
            NOT_CONNECTED,
            /** There was a connection, but no answer in time: Asterisk may have reloaded or not. */
            SILENT,
            /** Asterisk ended the connection before it had answered. */
            CLOSED
        }

        @Override
        public String summary() {
            return "Asterisk was not reached: " + reason;
        }
    }

    /**
     * Asterisk has reloaded, but would not let anyone look at what it runs; so that is unknown.
     *
     * @param reason in words
     */
    record Unseen(String reason) implements ReloadOutcome {

        @Override
        public String summary() {
            return "Asterisk has reloaded, but what it runs can't be seen: " + reason;
        }
    }

    /** No one asked Asterisk for a reload. */
    record NotAsked() implements ReloadOutcome {

        @Override
        public String summary() {
            return "Asterisk was not asked to reload";
        }
    }
}
