package io.sipwright.apply;

import io.sipwright.error.SipwrightException;

/** Asterisk reads a staged file as something else than what was rendered, or not at all; it was not shown. */
final class PreflightException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    PreflightException(String message) {
        super(message);
    }
}
