package io.sipwright;

import io.sipwright.store.StoreView;
import io.sipwright.template.ObjectSpec;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Neighbours;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules between objects see while a batch is judged: the store as it will be, with the objects of the batch
 * that were looked at before in the place of those they replace. Also those that are wrong: a name is taken by a wrong
 * object, too. All trunks are read once, and the users of all names in the batch.
 */
final class BatchNeighbours implements Neighbours {

    private final StoreView store;
    private final Map<String, TrunkSpec> storedTrunks = new HashMap<>();
    private final Set<String> replacedTrunks = new HashSet<>();
    private final Map<String, TrunkSpec> trunks = new HashMap<>();
    private final Set<String> users;
    private final Map<String, String> sectionOwners = new HashMap<>();
    private final Set<String> askedFor = new HashSet<>();

    /**
     * Reads the store.
     *
     * @param storedUsers names in lower case of those users of the store that the batch names
     * @param names all names of the batch, those that overrides give to sections among them
     */
    BatchNeighbours(StoreView store, List<TrunkSpec> batch, Set<String> storedUsers, Collection<String> names) {
        this.store = store;
        this.users = new HashSet<>(storedUsers);
        batch.forEach(trunk -> replacedTrunks.add(BatchWriting.key(trunk.name())));
        names.forEach(name -> askedFor.add(BatchWriting.key(name)));
        try (Stream<Trunk> all = store.trunks().stream()) {
            all.forEach(trunk -> storedTrunks.put(BatchWriting.key(trunk.name()), trunk.spec()));
        }
    }

    void add(TrunkSpec trunk) {
        trunks.putIfAbsent(BatchWriting.key(trunk.name()), trunk);
        own(trunk);
    }

    void add(SipUserSpec user) {
        users.add(BatchWriting.key(user.name()));
        own(user);
    }

    private void own(ObjectSpec spec) {
        spec.explicitSectionNames().forEach(name -> sectionOwners.putIfAbsent(BatchWriting.key(name), spec.name()));
    }

    @Override
    public Optional<TrunkSpec> trunk(String name) {
        String key = BatchWriting.key(name);
        TrunkSpec inBatch = trunks.get(key);
        return Optional.ofNullable(inBatch != null ? inBatch : storedTrunks.get(key));
    }

    @Override
    public boolean hasUser(String name) {
        String key = BatchWriting.key(name);
        return users.contains(key)
                || (!askedFor.contains(key) && store.users().find(name).isPresent());
    }

    /** What the store has counts first: an object of the batch that gives a name up may yet be refused. */
    @Override
    public Optional<String> sectionOwner(String sectionName) {
        Optional<String> stored = store.sectionOwner(sectionName);
        return stored.isPresent() ? stored : Optional.ofNullable(sectionOwners.get(BatchWriting.key(sectionName)));
    }

    @Override
    public Stream<TrunkSpec> trunks() {
        Stream<TrunkSpec> untouched = storedTrunks.entrySet().stream()
                .filter(trunk -> !replacedTrunks.contains(trunk.getKey()))
                .map(Map.Entry::getValue);
        return Stream.concat(untouched, trunks.values().stream());
    }
}
