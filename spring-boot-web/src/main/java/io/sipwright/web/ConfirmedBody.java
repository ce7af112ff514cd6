package io.sipwright.web;

/** Changes stay. */
record ConfirmedBody(boolean success, String message) implements ApiBody {}
