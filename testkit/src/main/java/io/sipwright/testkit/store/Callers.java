package io.sipwright.testkit.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Callers at once, each on a thread of its own. */
final class Callers {

    /** Far more than any of them needs; what hangs fails. */
    private static final int SECONDS = 240;

    private Callers() {}

    /** Runs them all; fails with the first that fails, or that is not done in time. */
    static void together(List<Callable<Void>> callers) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(callers.size());
        try {
            for (Future<Void> caller : executor.invokeAll(callers, SECONDS, TimeUnit.SECONDS)) {
                caller.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
