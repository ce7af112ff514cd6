package io.sipwright;

import io.sipwright.store.StoreWriting;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Stores a batch: judged as a whole first, so that the order of its objects says nothing, then written. */
final class BatchWriting {

    private static final int CHUNK = 1000;

    private final TrunkKind trunkKind;
    private final SipUserKind userKind;

    BatchWriting(TrunkKind trunkKind, SipUserKind userKind) {
        this.trunkKind = trunkKind;
        this.userKind = userKind;
    }

    /** Stores all. */
    StoredBatch writeAll(Batch batch, StoreWriting writing, BatchProgress progress) {
        return write(batch, writing, true, progress).stored();
    }

    /** Stores what is valid. */
    BatchOutcome writeValid(Batch batch, StoreWriting writing, BatchProgress progress) {
        return write(batch, writing, false, progress);
    }

    private BatchOutcome write(Batch batch, StoreWriting writing, boolean allOrNone, BatchProgress progress) {
        List<TrunkSpec> trunkSpecs =
                batch.trunks().stream().map(trunkKind::normalize).toList();
        List<SipUserSpec> userSpecs =
                batch.users().stream().map(userKind::normalize).toList();
        List<String> names = Stream.concat(trunkSpecs.stream(), userSpecs.stream())
                .map(ObjectSpec::name)
                .toList();
        Map<String, Trunk> storedTrunks = writing.trunks().findAll(names);
        Map<String, SipUser> storedUsers = writing.users().findAll(names);
        trunkSpecs = spelledAsStored(trunkKind, trunkSpecs, storedTrunks);
        userSpecs = spelledAsStored(userKind, userSpecs, storedUsers);

        BatchNeighbours neighbours = new BatchNeighbours(writing, trunkSpecs, storedUsers.keySet(), names);
        Steps checking = new Steps(progress, BatchProgress.Phase.CHECKING, names.size());
        List<BatchCandidate<TrunkSpec>> trunks = new BatchJudge<>(trunkKind, "trunks", storedTrunks, neighbours)
                .judge(trunkSpecs, neighbours::add, checking::step);
        List<BatchCandidate<SipUserSpec>> users = new BatchJudge<>(userKind, "users", storedUsers, neighbours)
                .judge(userSpecs, neighbours::add, checking::step);
        if (allOrNone) {
            refuseAny(trunks, users);
        }
        Steps storing = new Steps(progress, BatchProgress.Phase.STORING, valid(trunks) + valid(users));
        return new BatchOutcome(store(trunkKind, trunks, writing, storing), store(userKind, users, writing, storing));
    }

    private static void refuseAny(
            Collection<? extends BatchCandidate<?>> trunks, Collection<? extends BatchCandidate<?>> users) {
        ValidationException.throwIfAny(Stream.concat(trunks.stream(), users.stream())
                .flatMap(candidate -> candidate.violations().stream())
                .toList());
    }

    private static int valid(Collection<? extends BatchCandidate<?>> candidates) {
        return (int) candidates.stream().filter(BatchCandidate::isValid).count();
    }

    /** Names are found in any case; the sections keep the one they have, or Asterisk would see another object. */
    private static <T extends ProvisionedObject, S extends ObjectSpec> List<S> spelledAsStored(
            Kind<T, S, ?> kind, List<S> specs, Map<String, T> stored) {
        return specs.stream()
                .map(spec -> {
                    T present = stored.get(key(spec.name()));
                    return present == null ? spec : kind.named(spec, present.name());
                })
                .toList();
    }

    private static <T, S extends ObjectSpec> List<BatchOutcome.Row<T>> store(
            Kind<T, S, ?> kind, List<BatchCandidate<S>> candidates, StoreWriting writing, Steps steps) {
        List<S> specs = candidates.stream()
                .filter(BatchCandidate::isValid)
                .map(candidate -> kind.kept(candidate.spec()))
                .toList();
        List<T> stored = new ArrayList<>(specs.size());
        for (int from = 0; from < specs.size(); from += CHUNK) {
            List<S> chunk = specs.subList(from, Math.min(specs.size(), from + CHUNK));
            stored.addAll(kind.in(writing).upsertAll(chunk, kind::templateVersion));
            steps.step(chunk.size());
        }
        Iterator<T> next = stored.iterator();
        return candidates.stream()
                .map(candidate ->
                        new BatchOutcome.Row<>(candidate.isValid() ? next.next() : null, candidate.violations()))
                .toList();
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Counts, and tells whoever wants to know after each thousand and at the end. */
    private static final class Steps {

        private final BatchProgress progress;
        private final BatchProgress.Phase phase;
        private final int total;
        private int done;

        Steps(BatchProgress progress, BatchProgress.Phase phase, int total) {
            this.progress = progress;
            this.phase = phase;
            this.total = total;
        }

        void step() {
            step(1);
        }

        void step(int more) {
            int before = done;
            done += more;
            if (done / CHUNK > before / CHUNK || done == total) {
                progress.progress(phase, done, total);
            }
        }
    }
}
