package io.sipwright.realtime;

import java.util.Locale;

/**
 * Something that a {@link RealtimeDoctor} has found. Holds no password.
 *
 * @param severity how bad it is
 * @param node the Asterisk that has it; empty if it is the database
 * @param code one word for programs; those there are stand in {@code docs/realtime.md}
 * @param problem what is wrong, in a sentence
 * @param remedy how to mend it, in a sentence
 */
public record RealtimeFinding(Severity severity, String node, String code, String problem, String remedy) {

    /** How bad a finding is, the worst first. */
    public enum Severity {
        /** Phones can't register, or changes do not count, because of it. */
        ERROR,
        /** It works, but less safely or less completely than it could. */
        WARNING,
        /** Worth a look; also what could not be found out. */
        ADVICE
    }

    /** For people, on two lines. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + " [" + code + "] " + (node.isEmpty() ? "" : node + ": ")
                + problem + "\n    " + remedy;
    }
}
