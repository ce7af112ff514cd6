package io.sipwright.spring.actuate;

import io.sipwright.Sipwright;
import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Reads one number from the store, and tells what is known of each node; Asterisk is not asked. */
final class SipwrightHealthIndicator extends AbstractHealthIndicator {

    private final Sipwright sipwright;
    private final ProvisioningStore store;
    private final Lag lag;
    private final Status notApplied;

    SipwrightHealthIndicator(Sipwright sipwright, ProvisioningStore store, Lag lag, Status notApplied) {
        super("Sipwright's health could not be found out");
        this.sipwright = sipwright;
        this.store = store;
        this.lag = lag;
        this.notApplied = notApplied;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        long generation = -1;
        builder.up();
        try {
            generation = store.<Long>read(StoreView::generation);
            builder.withDetail("generation", generation);
        } catch (StoreException e) { // what is known of the nodes is told all the same
            String reason = e.reason().name().toLowerCase(Locale.ROOT);
            // The exception goes to the log; what a driver says may hold an address with a password.
            builder.down(e).withDetail("store", reason).withDetail("error", "The store can't be read");
        }
        nodes(builder, generation);
    }

    private void nodes(Health.Builder builder, long generation) {
        List<NodeStatus> all = sipwright.status();
        Map<String, Map<String, Object>> details = new LinkedHashMap<>();
        boolean applied = true;
        for (NodeStatus status : all) {
            State state = state(status, Math.max(generation, status.desiredGeneration()));
            applied &= state.isWell;
            details.put(status.node(), details(status, state));
        }
        builder.withDetail("nodes", details);
        if (generation >= 0 && !applied) {
            builder.status(notApplied);
        }
    }

    private State state(NodeStatus status, long wanted) {
        NodeProgress progress = new NodeProgress(status);
        boolean tooLong = lag.isTooLong(status.node(), progress, wanted);
        if (progress.isRefused()) {
            return State.REFUSED;
        }
        if (progress.isAt(wanted)) {
            return progress.isUnobserved() ? State.WRITTEN : State.APPLIED;
        }
        return tooLong ? State.BEHIND : State.PENDING;
    }

    private static Map<String, Object> details(NodeStatus status, State state) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", state.name().toLowerCase(Locale.ROOT));
        details.put("desiredGeneration", status.desiredGeneration());
        details.put("writtenGeneration", status.writtenGeneration());
        details.put("verifiedGeneration", status.verifiedGeneration());
        details.put("summary", status.summary());
        Map<String, String> conditions = new LinkedHashMap<>();
        for (Condition condition : status.conditions()) {
            conditions.put(condition.type().name(), condition.status() + " (" + condition.reason() + ")");
        }
        details.put("conditions", conditions);
        return details;
    }

    /** What all that is known of a node comes to. */
    private enum State {
        /** It was seen running what is wanted. */
        APPLIED(true),
        /** Its files hold what is wanted, and no one looks any further. */
        WRITTEN(true),
        /** It is on its way. */
        PENDING(true),
        /** It has not got on for too long. */
        BEHIND(false),
        /** What is wanted was refused. */
        REFUSED(false);

        private final boolean isWell;

        State(boolean isWell) {
            this.isWell = isWell;
        }
    }
}
