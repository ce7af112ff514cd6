package io.sipwright.ami;

import java.util.Locale;

/**
 * Something that a {@link Doctor} has found. Holds no password.
 *
 * @param severity how bad it is
 * @param code one word for programs; those there are stand in {@code docs/asterisk.md}
 * @param problem what is wrong, in a sentence
 * @param remedy how to mend it, in a sentence
 */
public record Finding(Severity severity, String code, String problem, String remedy) {

    /** How bad a finding is, the worst first. */
    public enum Severity {
        /** Calls, logins or changes fail because of it, or strangers get in. */
        ERROR,
        /** It works, but less safely or less completely than it could. */
        WARNING,
        /** Worth a look; also what could not be found out. */
        ADVICE
    }

    /** For people, on two lines. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + " [" + code + "] " + problem + "\n    " + remedy;
    }
}
