package io.sipwright;

import io.sipwright.store.StoreWriting;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;

/** Stores a batch: judged as a whole first, so that the order of its objects says nothing, then written. */
final class BatchWriting {

    private final TrunkKind trunkKind;
    private final SipUserKind userKind;

    BatchWriting(TrunkKind trunkKind, SipUserKind userKind) {
        this.trunkKind = trunkKind;
        this.userKind = userKind;
    }

    StoredBatch write(Batch batch, StoreWriting writing) {
        List<TrunkSpec> trunks = batch.trunks().stream()
                .map(trunk -> spelledAsStored(trunkKind.normalize(trunk), writing))
                .toList();
        List<SipUserSpec> users = batch.users().stream()
                .map(user -> spelledAsStored(userKind.normalize(user), writing))
                .toList();
        List<Violation> violations = violations(new Batch(trunks, users), writing);
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
        List<Trunk> storedTrunks = new ArrayList<>();
        trunks.forEach(trunk -> storedTrunks.add(trunkKind.store(trunk, writing)));
        List<SipUser> storedUsers = new ArrayList<>();
        users.forEach(user -> storedUsers.add(userKind.store(user, writing)));
        return new StoredBatch(storedTrunks, storedUsers);
    }

    private List<Violation> violations(Batch batch, StoreWriting writing) {
        List<Violation> violations = new ArrayList<>(batch.duplicates());
        BatchNeighbours neighbours = new BatchNeighbours(writing, batch);
        for (int i = 0; i < batch.trunks().size(); i++) {
            TrunkSpec trunk = batch.trunks().get(i);
            boolean isNew = writing.trunks().find(trunk.name()).isEmpty();
            String path = "trunks[" + i + "]";
            trunkKind.check(trunk, isNew, neighbours).forEach(violation -> violations.add(violation.under(path)));
            neighbours.add(trunk);
        }
        for (int i = 0; i < batch.users().size(); i++) {
            SipUserSpec user = batch.users().get(i);
            boolean isNew = writing.users().find(user.name()).isEmpty();
            String path = "users[" + i + "]";
            userKind.check(user, isNew, neighbours).forEach(violation -> violations.add(violation.under(path)));
            neighbours.addUser(user.name());
        }
        // A name that stands twice in the batch was already said; "taken" would say it again.
        return violations.stream()
                .filter(violation -> !violation.code().startsWith("name.taken")
                        || violations.stream()
                                .noneMatch(other -> other.code().equals(Batch.NAME_TWICE)
                                        && other.path().equals(violation.path())))
                .toList();
    }

    /** Names are found in any case; the sections keep the one they have, or Asterisk would see another object. */
    private static TrunkSpec spelledAsStored(TrunkSpec trunk, StoreWriting writing) {
        return writing.trunks()
                .find(trunk.name())
                .map(stored -> trunk.toBuilder().name(stored.name()).build())
                .orElse(trunk);
    }

    private static SipUserSpec spelledAsStored(SipUserSpec user, StoreWriting writing) {
        return writing.users()
                .find(user.name())
                .map(stored -> user.toBuilder().username(stored.name()).build())
                .orElse(user);
    }
}
