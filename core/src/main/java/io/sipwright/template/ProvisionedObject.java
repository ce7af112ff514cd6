package io.sipwright.template;

import java.time.Instant;

/** A trunk or a SIP user as it is kept in a store. */
public interface ProvisionedObject {

    /** What a person described. */
    ObjectSpec spec();

    /** Number given by the store. */
    long id();

    /** Version of the template it was validated with. */
    int templateVersion();

    /** When it was created. */
    Instant createdAt();

    /** When it was changed last. */
    Instant updatedAt();

    /** Counts the changes of this object, from 1 on. */
    long version();

    default String name() {
        return spec().name();
    }

    default boolean active() {
        return spec().active();
    }
}
