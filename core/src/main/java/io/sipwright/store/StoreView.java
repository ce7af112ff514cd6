package io.sipwright.store;

import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.util.stream.Stream;

/** One consistent state of a store. Valid only inside the function it was handed to. */
public interface StoreView {

    /** Number of the state; each change makes it one higher. */
    long generation();

    StoredObjects<Trunk> trunks();

    StoredObjects<SipUser> users();

    /** What was changed after a generation, in order; the caller closes the stream. */
    Stream<Change> changesSince(long generation);
}
