package io.sipwright;

import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.util.List;

/**
 * A {@link Batch} as it was stored.
 *
 * @param trunks in the order of the batch
 * @param users in the order of the batch
 */
public record StoredBatch(List<Trunk> trunks, List<SipUser> users) {

    public StoredBatch {
        trunks = List.copyOf(trunks);
        users = List.copyOf(users);
    }
}
