package io.sipwright.apply;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners, none of which can disturb a round or another listener. */
record IsolatedListeners(List<ApplyListener> listeners) implements ApplyListener {

    private static final Logger LOG = LoggerFactory.getLogger(IsolatedListeners.class);

    IsolatedListeners {
        listeners = List.copyOf(listeners);
    }

    private void each(Consumer<ApplyListener> event) {
        for (ApplyListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.warn("A listener failed: {}", listener.getClass().getName(), e);
            }
        }
    }

    @Override
    public void roundStarted(String node, long generation) {
        each(listener -> listener.roundStarted(node, generation));
    }

    @Override
    public void written(String node, long generation, WriteResult result) {
        each(listener -> listener.written(node, generation, result));
    }

    @Override
    public void reloaded(String node, long generation, ReloadOutcome outcome) {
        each(listener -> listener.reloaded(node, generation, outcome));
    }

    @Override
    public void wentBack(long base, long newest, String reason) {
        each(listener -> listener.wentBack(base, newest, reason));
    }

    @Override
    public void roundEnded(NodeStatus before, NodeStatus after) {
        each(listener -> listener.roundEnded(before, after));
    }
}
