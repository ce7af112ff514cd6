package io.sipwright.template;

import java.util.List;

/**
 * Where the facts of a template come from.
 *
 * @param checked day on which the sources were read, for example {@code 2026-11-22}; empty when there are none
 * @param evidence how far they were tried
 * @param sources what was read
 */
public record Provenance(String checked, Evidence evidence, List<Source> sources) {

    static final Provenance NONE = new Provenance("", Evidence.UNKNOWN, List.of());

    public Provenance {
        sources = List.copyOf(sources);
    }

    /** How far a template was tried. */
    public enum Evidence {
        /** Nothing is said about it. */
        UNKNOWN,
        /** Written from documentation. */
        DOCUMENTED,
        /** Documented, and loaded into a real Asterisk without complaint. */
        LOADED,
        /** Used for a call with the carrier. */
        CALLED
    }

    /**
     * One thing that was read.
     *
     * @param what was found there
     * @param address where it is; empty when it has no lasting one
     */
    public record Source(String what, String address) {}
}
