package io.sipwright.template;

/** A trunk or a SIP user as it is kept in a store. */
public interface ProvisionedObject {

    /** What a person described. */
    ObjectSpec spec();

    /** Counts the changes of this object, from 1 on. */
    long version();

    default String name() {
        return spec().name();
    }

    default boolean active() {
        return spec().active();
    }
}
