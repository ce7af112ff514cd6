package io.sipwright.spring;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at every Asterisk and at the directory of its files, and says what is wrong and how to mend it. It changes nothing
 * that stays; where rows are read, rows of its own are there for a moment.
 * There is a bean of this type if sipwright-ami-reloader is on the class path; define one to look in another way.
 *
 * <p>An examination makes connections and look-ups of names, and takes seconds; with an Asterisk that is silent, up to its
 * reload time-out. Thread-safe.
 */
public interface SipwrightDoctor {

    /** What is wrong, by name of the node; for each the worst first, and nothing for one that is well. */
    Map<String, List<Finding>> examine();

    /** What is wrong with one node, the worst first; empty if there is no such node. */
    Optional<List<Finding>> examine(String node);

    /**
     * Something that was found. Holds no password.
     *
     * @param severity how bad it is
     * @param code one word for programs; all of them are in the guides to Asterisk, the overlay and rows
     * @param problem what is wrong, in a sentence
     * @param remedy how to mend it, in a sentence
     */
    record Finding(Severity severity, String code, String problem, String remedy) {}

    /** How bad a finding is, the worst first. */
    enum Severity {
        /** Calls, logins or changes fail because of it, or strangers get in. */
        ERROR,
        /** It works, but less safely or less completely than it could. */
        WARNING,
        /** Worth a look; also what could not be found out. */
        ADVICE
    }
}
