package io.sipwright;

import io.sipwright.template.ObjectSpec;
import io.sipwright.validation.Violation;
import java.util.List;

/**
 * An object of a batch that was judged.
 *
 * @param spec as it would be stored
 * @param violations what is wrong with it
 */
record BatchCandidate<S extends ObjectSpec>(S spec, List<Violation> violations) {

    boolean isValid() {
        return violations.isEmpty();
    }
}
