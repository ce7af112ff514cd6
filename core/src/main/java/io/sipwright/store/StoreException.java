package io.sipwright.store;

import io.sipwright.error.SipwrightException;
import org.jspecify.annotations.Nullable;

/** The store could not do what was asked. */
public class StoreException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
