package io.sipwright.reload;

/**
 * Is told what happens in one Asterisk. Called by one thread at a time; a call that takes long holds up the next ones, and
 * what is then too much is not told one by one, but as the states that there are at the end. What a listener throws is
 * logged.
 *
 * <p>States are told when they differ from those told before: all at the first connection, and after each later one those
 * that have changed meanwhile. A state that lasted shorter than it takes to ask for it may be left out.
 */
public interface StatusListener {

    /** A registration has come into another state. */
    default void registration(TrunkRegistration registration) {}

    /** A phone has come, has gone, or does not answer any more. */
    default void contact(UserContact contact) {}

    /** Asterisk is observed; all present states were told. */
    default void connected() {}

    /** Asterisk is not observed any more, or not yet; it is tried again. Told once until it is connected. */
    default void disconnected(String reason) {}
}
