package io.sipwright.web;

import io.sipwright.validation.Violation;

/**
 * One thing that is wrong with a request. What was given is not repeated: it may be a secret in the wrong place.
 *
 * @param field name of the member
 * @param message for people
 * @param code for programs
 */
record ViolationBody(String field, String message, String code) {

    /** So many are answered at most. */
    static final int MOST = 500;

    static ViolationBody of(Violation violation) {
        return new ViolationBody(Texts.shortened(violation.path()), violation.message(), violation.code());
    }
}
