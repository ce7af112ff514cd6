package io.sipwright;

import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.Node;
import io.sipwright.error.SipwrightException;
import io.sipwright.target.DriftPolicy;
import io.sipwright.target.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has edits adopted, in a thread of its own, on nodes whose target wants that. Thread-safe. */
final class AdoptingListener implements ApplyListener {

    private static final Logger LOG = LoggerFactory.getLogger(AdoptingListener.class);

    private final EditAdoption edits;
    private final ThreadFactory threads;
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final Set<String> adopting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Changing changing;

    AdoptingListener(EditAdoption edits, ThreadFactory threads) {
        this.edits = edits;
        this.threads = threads;
    }

    List<ApplyListener> and(List<ApplyListener> others) {
        List<ApplyListener> all = new ArrayList<>(others);
        all.add(this);
        return all;
    }

    /** From now on, through these changes. */
    void begin(Changing through) {
        changing = through;
    }

    @Override
    public void written(String node, long generation, WriteResult result) {
        Changing through = changing;
        if (through != null && result.isDrifted() && wantsIt(node) && adopting.add(node)) {
            Thread thread = threads.newThread(() -> adopt(through, node));
            thread.setName("sipwright-adopts-" + node);
            thread.start();
        }
    }

    private boolean wantsIt(String name) {
        return edits.nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(Node::target)
                .anyMatch(target -> target.driftPolicy() == DriftPolicy.ADOPT);
    }

    private void adopt(Changing through, String node) {
        try {
            edits.adopt(through, node)
                    .ifPresent(adopted -> LOG.info("Node {}: edits of {} were taken over", node, adopted.value()));
            told.remove(node);
        } catch (SipwrightException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.equals(told.put(node, message))) { // each round finds the same
                LOG.warn("Node {}: {}", node, message);
            }
        } finally {
            adopting.remove(node);
        }
    }
}
