package io.sipwright;

import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.template.ObjectSpec;
import io.sipwright.validation.ValidationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Stores a batch: judged as a whole first, so that the order of its objects says nothing, then written. */
final class BatchWriting {

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

    /** What would become of each object if the batch were stored. */
    BatchPreview preview(Batch batch, StoreView view, BatchProgress progress) {
        return JudgedBatch.of(batch, trunkKind, userKind, view, progress).preview(trunkKind, userKind);
    }

    private BatchOutcome write(Batch batch, StoreWriting writing, boolean allOrNone, BatchProgress progress) {
        JudgedBatch judged = JudgedBatch.of(batch, trunkKind, userKind, writing, progress);
        if (allOrNone) {
            refuseAny(judged.trunks(), judged.users());
        }
        BatchSteps storing = new BatchSteps(progress, BatchProgress.Phase.STORING, judged.valid());
        return new BatchOutcome(
                store(trunkKind, judged.trunks(), writing, storing), store(userKind, judged.users(), writing, storing));
    }

    private static void refuseAny(
            Collection<? extends BatchCandidate<?>> trunks, Collection<? extends BatchCandidate<?>> users) {
        ValidationException.throwIfAny(Stream.concat(trunks.stream(), users.stream())
                .flatMap(candidate -> candidate.violations().stream())
                .toList());
    }

    private static <T, S extends ObjectSpec> List<BatchOutcome.Row<T>> store(
            Kind<T, S, ?> kind, List<BatchCandidate<S>> candidates, StoreWriting writing, BatchSteps steps) {
        List<S> specs = candidates.stream()
                .filter(BatchCandidate::isValid)
                .map(candidate -> kind.kept(candidate.spec()))
                .toList();
        List<T> stored = new ArrayList<>(specs.size());
        for (int from = 0; from < specs.size(); from += BatchSteps.CHUNK) {
            List<S> chunk = specs.subList(from, Math.min(specs.size(), from + BatchSteps.CHUNK));
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
}
