package io.sipwright.ami;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Tells the threads that some work has started from those of the tests that run beside it. */
final class OwnThreads {
    /** A thread is of the group of that which made it, unless it is told otherwise. */
    private final ThreadGroup group = new ThreadGroup("own threads");

    interface Work {
        void run() throws Exception;
    }

    /** Does the work in a thread that has ended when this returns; what it throws is thrown here. */
    void run(Work work) throws Exception {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread thread = new Thread(group, task, "work");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
        thread.join();
    }

    /** The names of those that the work has started and that have not ended. */
    List<String> names() {
        Thread[] threads = new Thread[group.activeCount() + 100];
        int count = group.enumerate(threads);
        return Stream.of(threads).limit(count).map(Thread::getName).toList();
    }
}
