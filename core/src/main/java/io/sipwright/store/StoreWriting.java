package io.sipwright.store;

import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;

/** A change under way; sees what it has changed itself. Valid only inside the function it was handed to. */
public interface StoreWriting extends StoreView {

    @Override
    WritableObjects<Trunk, TrunkSpec> trunks();

    @Override
    WritableObjects<SipUser, SipUserSpec> users();
}
