package io.sipwright.pjsip;

import io.sipwright.error.SipwrightException;

/** A file that Asterisk would refuse, or read only in part. Says where and what was expected. */
public final class PjsipSyntaxException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    private final transient Location location;

    PjsipSyntaxException(Location location, String expectation) {
        super(location + ": " + expectation);
        this.location = location;
    }

    public Location location() {
        return location;
    }
}
