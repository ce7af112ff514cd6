package io.sipwright.apply;

/** A part of a round. */
public enum Phase {
    /** Reading the state, rendering it, and proving the rendering; with a pre-flight, also by having Asterisk read it. */
    STAGE,
    /** Putting the new files in the place of the old ones. */
    SHOW,
    /** Reloading, and looking at what runs then. */
    RELOAD
}
