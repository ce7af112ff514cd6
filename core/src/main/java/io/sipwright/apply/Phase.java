package io.sipwright.apply;

/** A part of a round. */
public enum Phase {
    /** Reading the state, rendering it, and proving the rendering. */
    STAGE,
    /** Putting the new files in the place of the old ones. */
    SHOW,
    /** Reloading, and looking at what runs then. */
    RELOAD
}
