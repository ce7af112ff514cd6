package io.sipwright.store;

import io.sipwright.template.ProvisionedObject;
import java.time.Clock;

/** Notes what one writing changes. */
final class MemoryRecorder {

    private final MemoryHistory before;
    private final long generation;
    private final String actor;
    private final Clock clock;
    private MemoryHistory history;

    MemoryRecorder(MemoryHistory before, long generation, String actor, Clock clock) {
        this.before = before;
        this.generation = generation;
        this.actor = Change.actor(actor);
        this.clock = clock;
        this.history = before;
    }

    boolean isChanged() {
        return history != before;
    }

    MemoryHistory history() {
        return history;
    }

    void note(ObjectKind kind, Change.Action action, ProvisionedObject object) {
        Change change = new Change(generation, kind, object.name(), action, object.version(), actor, clock.instant());
        history = history.with(new FormerState<>(change, object));
    }
}
