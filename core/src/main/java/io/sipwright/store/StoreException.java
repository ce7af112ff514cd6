package io.sipwright.store;

import io.sipwright.error.SipwrightException;
import org.jspecify.annotations.Nullable;

/** The store could not do what was asked. Nothing has changed, unless the {@linkplain #reason() reason} says otherwise. */
public class StoreException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    /** What sort of trouble it is, for a host that decides what to do next. */
    public enum Reason {
        /** There is no connection, or it was lost. Later may be better. */
        UNREACHABLE,
        /** Someone else was in the way: a lock, a deadlock, no free connection. Again may be better. */
        BUSY,
        /** The connection was lost during the commit: whether the change counts is not known. Look before trying again. */
        OUTCOME_UNKNOWN,
        /** The database lets nothing be changed. */
        READ_ONLY,
        /** The tables are not there, or were not prepared. */
        NOT_PREPARED,
        /** The store does not do it; trying again gives the same. */
        REFUSED
    }

    private final Reason reason;

    public StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What sort of trouble it is. */
    public Reason reason() {
        return reason;
    }
}
