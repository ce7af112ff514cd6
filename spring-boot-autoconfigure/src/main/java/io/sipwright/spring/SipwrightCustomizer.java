package io.sipwright.spring;

import io.sipwright.SipwrightBuilder;

/** A bean that has the last word on how the {@link io.sipwright.Sipwright} is made. Called once, in the order of the beans. */
@FunctionalInterface
public interface SipwrightCustomizer {

    /** Changes the builder, which all properties and beans have been given to. */
    void customize(SipwrightBuilder builder);
}
