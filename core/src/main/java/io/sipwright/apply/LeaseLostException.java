package io.sipwright.apply;

import io.sipwright.error.SipwrightException;

/** Another instance has taken the node while this one was at work; nothing was written. */
final class LeaseLostException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String node) {
        super("Another instance has taken the node " + node + " meanwhile");
    }
}
