package io.sipwright.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Events between the thread that reads and the one that tells. When it is full, events are lost, and it knows. */
final class EventQueue implements Consumer<EventMessage> {
    static final int CAPACITY = 4096;
    static final String REGISTRY = "Registry";
    static final String CONTACT = "ContactStatus";
    /** After them registrations may be others, without an event of each. */
    private static final Set<String> UPHEAVALS = Set.of("Reload", "FullyBooted");

    private final BlockingQueue<EventMessage> queue = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean lost;

    /**
     * What has come.
     *
     * @param contacts each event about a contact, in order
     * @param registrations whether any registration may have changed
     * @param lost whether more may have changed
     */
    record Batch(List<EventMessage> contacts, boolean registrations, boolean lost) {}

    @Override
    public void accept(EventMessage event) {
        String name = event.name();
        boolean counts = name.equals(REGISTRY) || name.equals(CONTACT) || UPHEAVALS.contains(name);
        if (counts && !queue.offer(event)) {
            lost = true;
        }
    }

    /** Waits for an event, and takes all that there are then. */
    Batch take(Duration limit) throws InterruptedException {
        List<EventMessage> all = new ArrayList<>();
        EventMessage first = queue.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        boolean overflow = lost;
        if (first != null) {
            all.add(first);
            // Before the queue is emptied: what is lost after that is noticed the next time.
            lost = false;
            queue.drainTo(all);
        }
        List<EventMessage> contacts =
                all.stream().filter(event -> event.name().equals(CONTACT)).toList();
        return new Batch(contacts, contacts.size() < all.size(), overflow && first != null);
    }
}
