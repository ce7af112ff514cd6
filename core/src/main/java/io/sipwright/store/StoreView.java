package io.sipwright.store;

import io.sipwright.template.ObjectSpec;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
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

    /** What was changed after a generation, in order; the caller closes the stream. */
    Stream<Change> changesSince(long generation);
}
