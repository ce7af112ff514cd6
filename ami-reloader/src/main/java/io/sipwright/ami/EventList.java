package io.sipwright.ami;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The events of one action, each handed on as it comes. */
final class EventList {
    private final Consumer<EventMessage> sink;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean complete;
    private volatile long count;

    EventList(Consumer<EventMessage> sink) {
        this.sink = sink;
    }

    /** Called by the one thread that reads. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void add(EventMessage message) {
        count++;
        if (message.endsList()) {
            complete = true;
            ended.countDown();
        } else {
            sink.accept(message);
        }
    }

    void end() {
        ended.countDown();
    }

    boolean isComplete() {
        return complete;
    }

    long count() {
        return count;
    }

    /** Whether it ended in time, complete or not. */
    boolean await(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
