package io.sipwright.web;

/** This host does not have what was asked for. */
final class NotProvidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotProvidedException(String message) {
        super(message);
    }
}
