package io.sipwright.web;

/** What came is no JSON object. The message says where, and never what. */
final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
