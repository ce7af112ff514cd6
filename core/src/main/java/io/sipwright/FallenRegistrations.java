package io.sipwright;

import io.sipwright.apply.NodeStatus;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.TrunkRegistration.State;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.trunk.Trunk;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Registrations that were up before a change, and since when they are down. Thread-safe. */
final class FallenRegistrations {

    private final Observing observing;
    private final TrunkKind trunks;
    private final long graceNanos;
    private final Map<String, Set<String>> up = new TreeMap<>();
    private final Map<String, Map<String, Long>> downSince = new HashMap<>();

    private FallenRegistrations(Observing observing, TrunkKind trunks, Duration grace) {
        this.observing = observing;
        this.trunks = trunks;
        this.graceNanos = grace.toNanos();
    }

    /** Asks Asterisk now, before the change. */
    static FallenRegistrations since(Observing observing, TrunkKind trunks, Duration grace) {
        FallenRegistrations before = new FallenRegistrations(observing, trunks, grace);
        observing.all(AsteriskObserver::registrations).stream()
                .filter(Observation::isKnown)
                .forEach(seen -> before.up.put(
                        seen.node(), names(seen, registration -> registration.state() == State.REGISTERED)));
        return before;
    }

    private static Set<String> names(Observation<TrunkRegistration> seen, Predicate<TrunkRegistration> which) {
        return seen.get().stream().filter(which).map(TrunkRegistration::name).collect(Collectors.toSet());
    }

    /**
     * Asks Asterisk now; what is down for too long, in a sentence.
     *
     * @param status a node is only looked at when its files hold the change
     * @param newest generation of the change
     */
    synchronized Optional<String> look(ProvisioningStore store, List<NodeStatus> status, long newest, long now) {
        if (up.values().stream().allMatch(Set::isEmpty)) {
            return Optional.empty();
        }
        Set<String> applied = status.stream()
                .filter(node -> node.writtenGeneration() >= newest)
                .map(NodeStatus::node)
                .collect(Collectors.toSet());
        for (Observation<TrunkRegistration> seen : observing.all(AsteriskObserver::registrations)) {
            Set<String> down = seen.isKnown() && applied.contains(seen.node()) ? down(seen, store) : Set.of();
            Map<String, Long> since = downSince.computeIfAbsent(seen.node(), none -> new TreeMap<>());
            since.keySet().retainAll(down); // what came back, and what can't be seen, begins anew
            down.forEach(name -> since.putIfAbsent(name, now));
            for (Map.Entry<String, Long> one : since.entrySet()) {
                if (now - one.getValue() >= graceNanos) {
                    return Optional.of("the registration " + one.getKey() + " of node " + seen.node()
                            + " was up before, and is down since");
                }
            }
        }
        return Optional.empty();
    }

    /** What was up and is not, unless its trunk is not to register any more. */
    private Set<String> down(Observation<TrunkRegistration> seen, ProvisioningStore store) {
        Set<String> down = new HashSet<>(up.getOrDefault(seen.node(), Set.of()));
        down.removeAll(names(
                seen,
                registration -> registration.state() == State.REGISTERED || registration.state() == State.UNKNOWN));
        if (!down.isEmpty()) {
            down.retainAll(wanted(store));
        }
        return down;
    }

    private Set<String> wanted(ProvisioningStore store) {
        return store.read(view -> {
            try (Stream<Trunk> all = view.trunks().stream()) {
                return all.filter(Trunk::active)
                        .flatMap(trunk -> Observing.names(trunks.render(trunk.spec()), "registration").stream())
                        .collect(Collectors.toSet());
            }
        });
    }
}
