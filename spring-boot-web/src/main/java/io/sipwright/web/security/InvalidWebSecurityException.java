package io.sipwright.web.security;

import java.util.List;

/** The properties cannot be right. Quotes no value: it might be a token. */
class InvalidWebSecurityException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    InvalidWebSecurityException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
