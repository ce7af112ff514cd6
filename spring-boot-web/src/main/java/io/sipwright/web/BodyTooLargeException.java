package io.sipwright.web;

/** The body of a request is larger than the host lets it be. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body is larger than " + limit + " bytes.");
    }
}
