package io.sipwright.pjsip;

/**
 * What Asterisk would refuse or misunderstand in a section.
 *
 * @param section name of the section
 * @param option name of the option concerned; empty for the section as a whole
 * @param kind what sort of problem
 * @param message in words; never holds the value
 */
public record SchemaProblem(String section, String option, Kind kind, String message) {

    /** Sorts of problems. */
    public enum Kind {
        BAD_SECTION_NAME,
        NO_TYPE,
        UNKNOWN_TYPE,
        UNKNOWN_OPTION,
        NOT_IN_THIS_VERSION,
        BAD_VALUE,
        MISSING_OPTION,
        CONFLICT,
        DUPLICATE_SECTION
    }

    @Override
    public String toString() {
        return "[" + section + "]" + (option.isEmpty() ? "" : " " + option) + ": " + message;
    }
}
