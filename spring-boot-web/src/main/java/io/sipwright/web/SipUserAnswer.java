package io.sipwright.web;

import org.jspecify.annotations.Nullable;

/**
 * A SIP user that was asked for or changed.
 *
 * @param success whether it is stored
 * @param user as it is now, or was before it was deleted
 * @param secret that was generated, and is answered this once; null if none was
 * @param message what was done, in a sentence; null if nothing was
 * @param reload how far it has come in Asterisk; null if nothing was changed
 * @param confirmation what is to be confirmed now; null if that was not asked for
 */
record SipUserAnswer(
        boolean success,
        SipUserBody user,
        @Nullable RevealedSecret secret,
        @Nullable String message,
        @Nullable ReloadBody reload,
        @Nullable PendingBody confirmation)
        implements ApiBody {}
