package io.sipwright;

import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;

/**
 * Trunks and SIP users that are stored together, all or none. What has a new name is created, what has a known name is
 * replaced; objects that are not named stay as they are.
 *
 * @param trunks in the order in which violations count them
 * @param users in the order in which violations count them
 */
public record Batch(List<TrunkSpec> trunks, List<SipUserSpec> users) {

    public Batch {
        trunks = List.copyOf(trunks);
        users = List.copyOf(users);
    }
}
