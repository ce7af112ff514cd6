package io.sipwright.spring;

/** Tells whose changes the current thread makes, for the audit. Thread-safe. */
@FunctionalInterface
public interface SipwrightActor {

    /** A name; {@link io.sipwright.store.ProvisioningStore#SYSTEM} when no one is behind it. */
    String name();
}
