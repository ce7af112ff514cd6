package io.sipwright.ami;

import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import io.sipwright.reload.UserContact.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Asterisk's words for states mean. */
final class StateWords {
    /** Behind the name of the aor, in the id of what a phone registered, and of what stands in a file. */
    private static final String REGISTERED = ";@";

    private static final String FIXED = "@@";

    private StateWords() {}

    static TrunkRegistration registration(EventMessage event) {
        String word = event.get("Status").strip();
        TrunkRegistration.State state = state(word);
        long next = number(event.get("NextReg"));
        return new TrunkRegistration(
                event.get("ObjectName"),
                event.get("ServerUri"),
                event.get("ClientUri"),
                state,
                reason(state, word),
                next > 0 ? Duration.ofSeconds(next) : null);
    }

    private static TrunkRegistration.State state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "registered" -> TrunkRegistration.State.REGISTERED;
            case "unregistered" -> TrunkRegistration.State.UNREGISTERED;
            case "rejected" -> TrunkRegistration.State.REJECTED;
            case "stopping", "stopped" -> TrunkRegistration.State.STOPPED;
            default -> TrunkRegistration.State.UNKNOWN;
        };
    }

    static String reason(TrunkRegistration.State state, String word) {
        return switch (state) {
            case REGISTERED -> "The carrier has accepted it";
            case UNREGISTERED -> "The carrier has not answered yet, or it was ended";
            case REJECTED ->
                "The carrier refused user or password, or did not answer, or its name has no address;"
                        + " Asterisk tells which only in its log";
            case STOPPED -> "It is being ended, or was";
            case REMOVED -> "Asterisk has no such registration any more";
            case UNKNOWN -> "Asterisk calls it '" + AmiText.shown(word) + "'";
        };
    }

    static UserContact contact(EventMessage event) {
        String id = event.get("ObjectName");
        int registered = id.lastIndexOf(REGISTERED);
        int fixed = id.lastIndexOf(FIXED);
        int end = registered > 0 ? registered : fixed;
        long expires = registered > 0 ? number(event.get("ExpirationTime")) : 0;
        Status status = status(event.get("Status"));
        return new UserContact(
                end > 0 ? id.substring(0, end) : event.get("Endpoint"),
                event.get("Uri"),
                status,
                roundTrip(status, event),
                event.get("UserAgent"),
                expires > 0 ? Instant.ofEpochSecond(expires) : null);
    }

    /** Of an event {@code ContactStatus}, which tells less. */
    static UserContact changed(EventMessage event, @Nullable UserContact before) {
        Status status = status(event.get("ContactStatus"));
        return new UserContact(
                event.get("AOR"),
                event.get("URI"),
                status,
                roundTrip(status, event),
                before == null ? "" : before.userAgent(),
                null);
    }

    private static Status status(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "reachable" -> Status.REACHABLE;
            case "unreachable" -> Status.UNREACHABLE;
            case "nonqualified", "created" -> Status.UNQUALIFIED;
            case "removed" -> Status.REMOVED;
            default -> Status.UNKNOWN;
        };
    }

    private static @Nullable Duration roundTrip(Status status, EventMessage event) {
        long micros = number(event.get("RoundtripUsec"));
        return status == Status.REACHABLE && micros > 0 ? Duration.ofNanos(micros * 1000) : null;
    }

    private static long number(String text) {
        return text.strip().matches("\\d{1,15}") ? Long.parseLong(text.strip()) : 0;
    }
}
