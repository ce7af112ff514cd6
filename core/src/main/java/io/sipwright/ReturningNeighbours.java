package io.sipwright;

import io.sipwright.store.StoreView;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Neighbours;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules between objects see while a generation is brought back: the store as it will be. What leaves is gone
 * already, what changes is changed already, and what comes anew is there once it was judged.
 */
final class ReturningNeighbours implements Neighbours {

    private final StoreView store;
    private final Restoring<SipUser, SipUserSpec> userReturns;
    private final Map<String, TrunkSpec> trunks = new HashMap<>();
    private final Set<String> leavingUsers = new HashSet<>();
    private final Set<String> users = new HashSet<>();

    ReturningNeighbours(
            StoreView store, Restoring<Trunk, TrunkSpec> trunkReturns, Restoring<SipUser, SipUserSpec> userReturns) {
        this.store = store;
        this.userReturns = userReturns;
        userReturns.leaving().forEach(user -> leavingUsers.add(BatchWriting.key(user.name())));
        if (trunkReturns.coming().isEmpty() && userReturns.coming().isEmpty()) {
            return; // no one will ask
        }
        try (Stream<Trunk> all = store.trunks().stream()) {
            all.forEach(trunk -> add(trunk.spec()));
        }
        trunkReturns.leaving().forEach(trunk -> trunks.remove(BatchWriting.key(trunk.name())));
        trunkReturns.coming().forEach((key, trunk) -> trunks.replace(key, trunk));
    }

    void add(TrunkSpec trunk) {
        trunks.put(BatchWriting.key(trunk.name()), trunk);
    }

    void add(SipUserSpec user) {
        users.add(BatchWriting.key(user.name()));
    }

    @Override
    public Optional<TrunkSpec> trunk(String name) {
        return Optional.ofNullable(trunks.get(BatchWriting.key(name)));
    }

    @Override
    public boolean hasUser(String name) {
        String key = BatchWriting.key(name);
        if (leavingUsers.contains(key)) {
            return false;
        }
        boolean comesAnew =
                userReturns.coming().containsKey(key) && !userReturns.present().containsKey(key);
        return comesAnew ? users.contains(key) : store.users().find(name).isPresent();
    }

    /** None that stands in the way: all sections come back to names that they had, at one time, beside each other. */
    @Override
    public Optional<String> sectionOwner(String sectionName) {
        return Optional.empty();
    }

    @Override
    public boolean isReturning(String name) {
        return true;
    }

    @Override
    public Stream<TrunkSpec> trunks() {
        return trunks.values().stream();
    }
}
