package io.sipwright.web;

import org.jspecify.annotations.Nullable;

/**
 * A trunk that was asked for or changed.
 *
 * @param success whether it is stored
 * @param trunk as it is now, or was before it was deleted
 * @param message what was done, in a sentence; null if nothing was
 * @param reload how far it has come in Asterisk; null if nothing was changed
 * @param confirmation what is to be confirmed now; null if that was not asked for
 */
record TrunkAnswer(
        boolean success,
        TrunkBody trunk,
        @Nullable String message,
        @Nullable ReloadBody reload,
        @Nullable PendingBody confirmation)
        implements ApiBody {}
