package io.sipwright.integration;

import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.NodeStatus;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what the rounds of a host did. */
final class Rounds implements ApplyListener {

    final AtomicInteger started = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();
    final List<ReloadOutcome> outcomes = new CopyOnWriteArrayList<>();

    @Override
    public void roundStarted(String node, long generation) {
        started.incrementAndGet();
    }

    @Override
    public void written(String node, long generation, WriteResult result) {
        if (result.isWritten()) {
            writes.incrementAndGet();
        }
    }

    @Override
    public void reloaded(String node, long generation, ReloadOutcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void roundEnded(NodeStatus before, NodeStatus after) {
        // what it did was told before
    }
}
