package io.sipwright.store;

import java.time.Instant;

/**
 * One line of the audit: who did what to which object.
 *
 * @param generation number of the state that the change made
 * @param kind of the object
 * @param name of the object, as it was spelled then
 * @param action what was done
 * @param version of the object after the change; of a deleted one, the last it had
 * @param actor who did it; {@link ProvisioningStore#SYSTEM} where no one was named
 * @param at when
 */
public record Change(
        long generation, ObjectKind kind, String name, Action action, long version, String actor, Instant at) {

    /** The longest name of an actor, in characters; a longer one is cut. */
    public static final int ACTOR_LENGTH = 255;

    /** The name of an actor as it is kept. */
    public static String actor(String name) {
        if (name.length() <= ACTOR_LENGTH) {
            return name;
        }
        boolean halved = Character.isHighSurrogate(name.charAt(ACTOR_LENGTH - 1));
        return name.substring(0, halved ? ACTOR_LENGTH - 1 : ACTOR_LENGTH);
    }

    /** What can be done to an object. */
    public enum Action {
        CREATED,
        UPDATED,
        DELETED,
        /** It stood in the tables before there was a store, and was taken over as it was. */
        ADOPTED
    }
}
