package io.sipwright.pjsip;

import io.sipwright.error.SipwrightException;

/** A document holds something that Asterisk would misread. Names the place, never the value. */
public final class UnwritableException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final Refusal refusal;

    UnwritableException(String place, Refusal refusal) {
        super(place + " " + refusal.explanation());
        this.place = place;
        this.refusal = refusal;
    }

    /** What was refused, for example {@code [alice] password}. */
    public String place() {
        return place;
    }

    public Refusal refusal() {
        return refusal;
    }
}
