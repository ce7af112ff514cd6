package io.sipwright.testkit.template;

import io.sipwright.template.ObjectSpec;

/**
 * A spec with one thing wrong, which the library refuses.
 *
 * @param spec what is wrong
 * @param label what is wrong with it, for example {@code port: not a port}
 * @param path where a violation must say so; there may be more, of what follows from it
 * @param <S> a trunk or a user
 */
public record NearlyValid<S extends ObjectSpec>(S spec, String label, String path) {

    /** Without the values. */
    @Override
    public String toString() {
        return label + " (" + path + ") in " + spec;
    }
}
