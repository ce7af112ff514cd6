package io.sipwright.validation;

import io.sipwright.template.ObjectSpec;
import io.sipwright.trunk.TrunkSpec;
import java.util.Optional;
import java.util.stream.Stream;

/** What is already there, as far as rules between objects need to know. Names are compared without regard to case. */
public interface Neighbours {

    Optional<TrunkSpec> trunk(String name);

    boolean hasUser(String name);

    /**
     * The object one of whose sections bears a name that is not made from the object's own, by {@link
     * ObjectSpec#explicitSectionNames()}.
     */
    Optional<String> sectionOwner(String sectionName);

    /**
     * Whether an object of that name comes back to where it was before: a name that is only kept free for later, and was
     * its own, does not stand in its way.
     */
    default boolean isReturning(String name) {
        return false;
    }

    /** All trunks; the caller closes the stream. */
    Stream<TrunkSpec> trunks();
}
