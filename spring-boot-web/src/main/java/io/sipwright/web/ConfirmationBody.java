package io.sipwright.web;

import org.jspecify.annotations.Nullable;

/**
 * What waits to be confirmed.
 *
 * @param confirmation null if nothing does
 */
record ConfirmationBody(boolean success, @Nullable PendingBody confirmation) implements ApiBody {}
