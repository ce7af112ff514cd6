package io.sipwright.apply;

/** When changes are applied. */
public enum Applying {
    /** By a thread for each node, as soon as they are committed; many at once ride together. */
    IN_BACKGROUND,
    /** By the thread that makes a change, before the method returns; for programs that run once, and for tests. */
    BEFORE_RETURN,
    /** Not by themselves, but when it is asked for. */
    ON_REQUEST
}
