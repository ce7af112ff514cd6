package io.sipwright.imports.bulk;

import io.sipwright.template.ObjectSpec;

/**
 * An object of a file as it was understood. Where something is wrong with it the spec has a field that the library refuses,
 * so that it can be judged nevertheless.
 *
 * @param source where it stands, and what was found wrong with it; its values were taken
 * @param generate whether the file asks for a secret
 */
record BulkEntry<S extends ObjectSpec>(S spec, BulkObject source, boolean generate) {

    /** No field has this name. */
    static final String POISON = "!";

    BulkEntry<S> with(S other) {
        return new BulkEntry<>(other, source, generate);
    }
}
