package io.sipwright.target;

import io.sipwright.pjsip.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where a section stands.
 *
 * @param state whether it stands there as it should
 * @param header the line of its name, if it stands in a file as it should; its options follow, one on each line
 */
public record SectionPlace(State state, @Nullable Location header) {

    /** Whether a section stands there as it should. */
    public enum State {
        /** Line by line. */
        THERE,
        /** One of that type and name is there, but another: it was edited, or is not applied yet. */
        DIFFERENT,
        /** None of that type and name is there. */
        MISSING,
        /** It is not in a file, or that can't be read. */
        UNKNOWN
    }

    /** Where nothing can be said. */
    public static SectionPlace unknown() {
        return new SectionPlace(State.UNKNOWN, null);
    }
}
