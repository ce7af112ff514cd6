package io.sipwright.web;

/** Nothing waits to be confirmed: who thinks so must not go on as if it was. */
final class NothingToConfirmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToConfirmException() {
        super("Nothing waits to be confirmed: it was confirmed or taken back, or there was nothing."
                + " The history tells what happened.");
    }
}
