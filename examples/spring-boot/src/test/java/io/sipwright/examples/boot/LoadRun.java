package io.sipwright.examples.boot;

import io.sipwright.examples.boot.RestClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Eight clients who each create a user, then read four times, and so on; each waits for an answer before it goes on. */
final class LoadRun {

    static final int CONNECTIONS = 8;

    private static final String USERS = "/api/asterisk/sip-users";
    private static final int READS = 4;
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    private final RestClient client;
    private final Duration duration;
    private final Queue<Long> creates = new ConcurrentLinkedQueue<>();
    private final Queue<Long> reads = new ConcurrentLinkedQueue<>();
    private final List<String> created = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger applied = new AtomicInteger();

    LoadRun(RestClient client, Duration duration) {
        this.client = client;
        this.duration = duration;
    }

    /**
     * What came out.
     *
     * @param creates milliseconds of each creation, ascending
     * @param reads milliseconds of each read, ascending
     * @param applied how many creations were answered as seen running
     * @param lost users that were created and are not answered or not in the file
     */
    record Result(double seconds, double[] creates, double[] reads, int applied, int errors, long lost) {

        static final String HEAD = String.format(
                "%-24s %9s %8s %8s %8s %11s %11s %9s %9s %7s %5s",
                "",
                "requests",
                "per s",
                "creates",
                "applied",
                "create p50",
                "create p99",
                "read p50",
                "read p99",
                "errors",
                "lost");

        boolean isGood() {
            return errors == 0 && lost == 0 && creates.length > 0;
        }

        String row(String name) {
            int requests = creates.length + reads.length;
            return String.format(
                    Locale.ROOT,
                    "%-24s %9d %8.0f %8d %8d %8.1f ms %8.1f ms %6.1f ms %6.1f ms %7d %5d",
                    name,
                    requests,
                    requests / seconds,
                    creates.length,
                    applied,
                    percentile(creates, 50),
                    percentile(creates, 99),
                    percentile(reads, 50),
                    percentile(reads, 99),
                    errors,
                    lost);
        }

        private static double percentile(double[] sorted, int percent) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1L) * percent / 100)];
        }
    }

    /** Runs, and counts what was lost. */
    Result run(Path usersFile) throws Exception {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> clients = IntStream.range(0, CONNECTIONS)
                    .<Callable<Void>>mapToObj(number -> () -> load(number, end))
                    .toList();
            for (Future<Void> done : threads.invokeAll(clients)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        awaitWritten();
        return new Result(seconds, millis(creates), millis(reads), applied.get(), errors.get(), lost(usersFile));
    }

    private Void load(int number, long end) throws InterruptedException {
        for (int i = 0; System.nanoTime() < end; i++) {
            create("user_" + number + "_" + i);
            for (int j = 0; j < READS && System.nanoTime() < end; j++) {
                read(j);
            }
        }
        return null;
    }

    private void create(String name) throws InterruptedException {
        Answer answer = timed(creates, 201, () -> client.post(USERS, """
                {"username": "%s", "secret": "Vq7wT2mXc9RkLp4Z", "extension": "1001"}""".formatted(name)));
        if (answer != null) {
            created.add(name);
            if (answer.body().at("/reload/success").booleanValue()) {
                applied.incrementAndGet();
            }
        }
    }

    /** Three times one of the users, whoever created it, and once a page of them. */
    private void read(int number) throws InterruptedException {
        if (number == 0 || created.isEmpty()) {
            timed(reads, 200, () -> client.get(USERS + "?limit=20"));
        } else {
            String name = created.get(ThreadLocalRandom.current().nextInt(created.size()));
            timed(reads, 200, () -> client.get(USERS + "/" + name));
        }
    }

    private Answer timed(Queue<Long> times, int expected, Callable<Answer> request) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            Answer answer = request.call();
            times.add(System.nanoTime() - begin);
            if (answer.status() == expected) {
                return answer;
            }
            error("" + answer);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            error("" + e);
        }
        return null;
    }

    private void error(String what) {
        if (errors.incrementAndGet() <= 3) {
            System.err.println(what);
        }
    }

    /** Where answers did not wait, the files may still have to catch up. */
    private void awaitWritten() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + CATCHING_UP.toNanos();
        while (!isWritten() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isWritten() throws IOException, InterruptedException {
        var node = client.get("/api/asterisk/status").body().at("/nodes/0");
        return node.get("written_generation").longValue()
                == node.get("desired_generation").longValue();
    }

    private long lost(Path usersFile) throws IOException, InterruptedException {
        String file = Files.readString(usersFile, StandardCharsets.UTF_8);
        long lost = 0;
        for (String name : created) {
            boolean answered = client.get(USERS + "/" + name).status() == 200;
            if (!answered || !file.contains("\n[" + name + "]\n")) {
                lost++;
            }
        }
        return lost;
    }

    private static double[] millis(Queue<Long> nanos) {
        double[] millis = nanos.stream().mapToDouble(time -> time / 1e6).toArray();
        Arrays.sort(millis);
        return millis;
    }
}
