package io.sipwright.spring;

/** There is a database that outlives the application, and no key to seal passwords with. */
final class NoKeysetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoKeysetException(String message) {
        super(message);
    }

    NoKeysetException(String message, Throwable cause) {
        super(message, cause);
    }
}
