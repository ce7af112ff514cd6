package io.sipwright.facade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;

/** The same work in many threads at once. */
final class Threads {

    static final int COUNT = 16;

    private Threads() {}

    /** Adds up what the threads answer; each is told its number. */
    static int sum(IntUnaryOperator work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(COUNT);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int thread = 0; thread < COUNT; thread++) {
                int number = thread;
                calls.add(() -> work.applyAsInt(number));
            }
            int sum = 0;
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                sum += answer.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }
}
