package io.sipwright.store;

import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change under way; sees what it has changed itself. Valid only inside the function it was handed to. */
public interface StoreWriting extends StoreView {

    @Override
    WritableObjects<Trunk, TrunkSpec> trunks();

    @Override
    WritableObjects<SipUser, SipUserSpec> users();

    /**
     * Has changes be provisional from now on, or nothing any more. Makes no generation.
     *
     * @param value null for nothing
     */
    void provisional(@Nullable Provisional value);

    /**
     * What this writing is done with, for those who write something else along with it, which counts when this does: a {@code
     * java.sql.Connection}, which is neither committed nor closed by them. Empty by default.
     */
    default Optional<Object> transaction() {
        return Optional.empty();
    }
}
