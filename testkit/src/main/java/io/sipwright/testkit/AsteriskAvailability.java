package io.sipwright.testkit;

import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * What a test does that finds no Asterisk, by the configuration parameter or system property
 * {@code sipwright.asterisk}.
 */
enum AsteriskAvailability {
    /** Uses one if it is there, else the test is skipped. The default. */
    AUTO,
    /** Fails the test if there is none. */
    REQUIRED,
    /** Skips the test, without a look. */
    OFF;

    static final String PROPERTY = "sipwright.asterisk";

    static AsteriskAvailability of(Optional<String> value) {
        String text = value.orElse("auto");
        for (AsteriskAvailability candidate : values()) {
            if (candidate.name().equalsIgnoreCase(text)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(PROPERTY + " must be auto, required or off, not " + text);
    }

    /**
     * The Asterisk to test with.
     *
     * @param major 0 for the newest there is
     * @throws TestAbortedException to skip the test
     * @throws AssertionError if there has to be one and is not
     */
    AsteriskInstallation choose(int major, InstallationSearch search) {
        String what = major == 0 ? "Asterisk" : "Asterisk " + major;
        if (this == OFF) {
            throw new TestAbortedException("Tests with " + what + " are off: " + PROPERTY + "=off");
        }
        Optional<AsteriskInstallation> found = major == 0 ? search.findAny() : search.find(major);
        return found.orElseThrow(() -> missing(what, major, search));
    }

    private RuntimeException missing(String what, int major, InstallationSearch search) {
        String variable = "SIPWRIGHT_ASTERISK_" + (major == 0 ? "<major>" : major);
        String directory = major == 0
                ? search.cacheDirectory(0).resolveSibling("asterisk-<major>").toString()
                : search.cacheDirectory(major).toString();
        return missing("No " + what + " here. Install it, or unpack a system that has it into " + directory
                + ", or let " + variable + " name the root of such a system.");
    }

    /** Skips or fails the test, which lacks something. */
    RuntimeException missing(String message) {
        if (this == REQUIRED) {
            throw new AssertionError(message + " (" + PROPERTY + "=required)");
        }
        return new TestAbortedException(message);
    }
}
