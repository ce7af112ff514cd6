package io.sipwright.store;

import io.sipwright.template.ObjectSpec;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** One consistent state of a store. Valid only inside the function it was handed to. */
public interface StoreView {

    /** Number of the state; each change makes it one higher. */
    long generation();

    StoredObjects<Trunk> trunks();

    StoredObjects<SipUser> users();

    /**
     * The object, trunk or user, that has taken a name for one of its sections, as {@link
     * ObjectSpec#explicitSectionNames()} tells; in whatever case. Empty for the names of objects themselves.
     */
    Optional<String> sectionOwner(String sectionName);

    /** Changes that may still be taken back; empty in most states. */
    Optional<Provisional> provisional();

    /** The time by the clock of the store, which is the same for all instances that share it. */
    Instant now();

    /** What was changed after a generation, in order; the caller closes the stream. */
    Stream<Change> changesSince(long generation);
}
