package io.sipwright.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param success whether all of it is stored
 * @param trunks in the order of the request
 * @param users in the order of the request
 * @param reload how far it has come in Asterisk; null if nothing was stored
 * @param confirmation what is to be confirmed now; null if that was not asked for
 */
record BulkBody(
        boolean success,
        List<Row> trunks,
        List<Row> users,
        long stored,
        long refused,
        String message,
        @Nullable ReloadBody reload,
        @Nullable PendingBody confirmation)
        implements ApiBody {

    /**
     * What became of one object.
     *
     * @param success whether it is stored
     * @param secret that was generated, and is answered this once; null if none was
     * @param violations why it was refused; null if it was not
     */
    record Row(
            boolean success,
            @Nullable TrunkBody trunk,
            @Nullable SipUserBody user,
            @Nullable RevealedSecret secret,
            @Nullable List<ViolationBody> violations) {}
}
