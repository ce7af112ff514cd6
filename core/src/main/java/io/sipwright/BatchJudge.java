package io.sipwright;

import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges the objects of one kind in a batch.
 *
 * @param path that violations begin with
 * @param stored what the store has under the names of the batch
 */
record BatchJudge<T extends ProvisionedObject, S extends ObjectSpec>(
        Kind<T, S, ?> kind, String path, Map<String, T> stored, Neighbours neighbours) {

    static final String NAME_TWICE = "name.twice";

    /**
     * Judges each, one after the other.
     *
     * @param judged is given each object that was judged, whatever the judgement
     * @param step is run after each
     */
    List<BatchCandidate<S>> judge(List<S> specs, Consumer<S> judged, Runnable step) {
        Map<String, Integer> first = new HashMap<>();
        List<BatchCandidate<S>> candidates = new ArrayList<>(specs.size());
        for (int i = 0; i < specs.size(); i++) {
            S spec = specs.get(i);
            String key = BatchWriting.key(spec.name());
            String place = path + "[" + i + "]";
            List<Violation> violations = kind.check(spec, !stored.containsKey(key), neighbours).stream()
                    .map(violation -> violation.under(place))
                    .toList();
            Integer earlier = first.putIfAbsent(key, i);
            candidates.add(new BatchCandidate<>(
                    spec, earlier == null ? violations : standsTwice(spec.name(), place, earlier, violations)));
            judged.accept(spec);
            step.run();
        }
        return candidates;
    }

    /** The second of a name would silently replace the first. That its name is taken need not be said again. */
    private List<Violation> standsTwice(String name, String place, int earlier, List<Violation> others) {
        List<Violation> violations = new ArrayList<>();
        violations.add(
                new Violation(place + ".name", NAME_TWICE, "The same name as " + path + "[" + earlier + "].", name));
        others.stream()
                .filter(violation -> !violation.code().startsWith("name.taken"))
                .forEach(violations::add);
        return violations;
    }
}
