package io.sipwright;

import io.sipwright.pjsip.PjsipText;
import io.sipwright.store.StoreView;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch that was judged as a whole, so that the order of its objects says nothing.
 *
 * @param storedTrunks what the store has under the names of the batch, by name in lower case
 * @param storedUsers what the store has under the names of the batch, by name in lower case
 */
record JudgedBatch(
        List<BatchCandidate<TrunkSpec>> trunks,
        List<BatchCandidate<SipUserSpec>> users,
        Map<String, Trunk> storedTrunks,
        Map<String, SipUser> storedUsers) {

    /** Judges a batch against one state of a store. */
    static JudgedBatch of(
            Batch batch, TrunkKind trunkKind, SipUserKind userKind, StoreView view, BatchProgress progress) {
        List<TrunkSpec> trunkSpecs =
                batch.trunks().stream().map(trunkKind::normalize).toList();
        List<SipUserSpec> userSpecs =
                batch.users().stream().map(userKind::normalize).toList();
        List<String> names = Stream.concat(trunkSpecs.stream(), userSpecs.stream())
                .flatMap(spec -> Stream.concat(
                        Stream.of(spec.name()),
                        spec.explicitSectionNames().stream()
                                .filter(name ->
                                        PjsipText.refuseSectionName(name).isEmpty())))
                .toList();
        Map<String, Trunk> storedTrunks = view.trunks().findAll(names);
        Map<String, SipUser> storedUsers = view.users().findAll(names);
        trunkSpecs = spelledAsStored(trunkKind, trunkSpecs, storedTrunks);
        userSpecs = spelledAsStored(userKind, userSpecs, storedUsers);

        BatchNeighbours neighbours = new BatchNeighbours(view, trunkSpecs, storedUsers.keySet(), names);
        BatchSteps checking =
                new BatchSteps(progress, BatchProgress.Phase.CHECKING, trunkSpecs.size() + userSpecs.size());
        return new JudgedBatch(
                new BatchJudge<>(trunkKind, "trunks", storedTrunks, neighbours)
                        .judge(trunkSpecs, neighbours::add, checking::step),
                new BatchJudge<>(userKind, "users", storedUsers, neighbours)
                        .judge(userSpecs, neighbours::add, checking::step),
                storedTrunks,
                storedUsers);
    }

    int valid() {
        return (int) Stream.concat(trunks.stream(), users.stream())
                .filter(BatchCandidate::isValid)
                .count();
    }

    /** What would become of each object. */
    BatchPreview preview(TrunkKind trunkKind, SipUserKind userKind) {
        return new BatchPreview(rows(trunkKind, trunks, storedTrunks), rows(userKind, users, storedUsers));
    }

    private static <T extends ProvisionedObject, S extends ObjectSpec> List<BatchPreview.Row<S>> rows(
            Kind<T, S, ?> kind, List<BatchCandidate<S>> candidates, Map<String, T> stored) {
        return candidates.stream()
                .map(candidate -> {
                    T present = stored.get(BatchWriting.key(candidate.spec().name()));
                    return row(kind, candidate, present == null ? null : kind.specOf(present));
                })
                .toList();
    }

    private static <S extends ObjectSpec> BatchPreview.Row<S> row(
            Kind<?, S, ?> kind, BatchCandidate<S> candidate, @Nullable S present) {
        if (!candidate.isValid()) {
            return new BatchPreview.Row<>(
                    BatchPreview.Action.REFUSED, candidate.spec(), present, candidate.violations());
        }
        S kept = kind.kept(candidate.spec());
        BatchPreview.Action action = present == null
                ? BatchPreview.Action.ADDED
                : kept.equals(present) ? BatchPreview.Action.UNCHANGED : BatchPreview.Action.CHANGED;
        return new BatchPreview.Row<>(action, kept, present, List.of());
    }

    /** Names are found in any case; the sections keep the one they have, or Asterisk would see another object. */
    private static <T extends ProvisionedObject, S extends ObjectSpec> List<S> spelledAsStored(
            Kind<T, S, ?> kind, List<S> specs, Map<String, T> stored) {
        return specs.stream()
                .map(spec -> {
                    T present = stored.get(BatchWriting.key(spec.name()));
                    return present == null ? spec : kind.named(spec, present.name());
                })
                .toList();
    }
}
