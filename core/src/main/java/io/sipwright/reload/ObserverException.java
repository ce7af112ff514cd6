package io.sipwright.reload;

import io.sipwright.error.SipwrightException;

/** An Asterisk cannot be observed: it is not reached, or does not let anyone look. The message says why. */
public final class ObserverException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    public ObserverException(String message) {
        super(message);
    }
}
