package io.sipwright.imports;

import io.sipwright.error.SipwrightException;

/** Files that can't be imported: Asterisk would not load them either, or they can't be read. Nothing has changed. */
public final class ImportException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }

    ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
