package io.sipwright.ami;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether host names have addresses, and how soon. Asterisk asks for some of them in each reload, and waits. */
final class NameCheck {
    /** Asks the system. */
    static final Lookup SYSTEM = InetAddress::getAllByName;

    private static final int THREADS = 4;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Duration limit;
    private final Lookup lookup;

    /** Looks up a name, or throws. */
    interface Lookup {
        Object addresses(String name) throws IOException;
    }

    NameCheck(Duration limit, Lookup lookup) {
        this.limit = limit;
        this.lookup = lookup;
    }

    void run(Needs needs, Diagnosis diagnosis) {
        if (needs.hosts.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            // A look-up cannot be ended; it must not keep the process.
            Thread thread = new Thread(work, "sipwright-lookup");
            thread.setDaemon(true);
            return thread;
        });
        Deadline deadline = Deadline.in(limit);
        Map<String, Future<Duration>> asked = new LinkedHashMap<>();
        needs.hosts.keySet().forEach(name -> asked.put(name, threads.submit(() -> time(name))));
        asked.forEach((name, answer) -> one(name, needs, answer, deadline, diagnosis));
        threads.shutdownNow();
    }

    private Duration time(String name) throws IOException {
        long start = System.nanoTime();
        lookup.addresses(name);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void one(String name, Needs needs, Future<Duration> answer, Deadline deadline, Diagnosis diagnosis) {
        boolean inReload = needs.identifyHosts.contains(name);
        String by = ", which " + needs.hosts.get(name) + " names";
        try {
            Duration took = answer.get(deadline.left(limit).toNanos(), TimeUnit.NANOSECONDS);
            if (took.compareTo(SLOW) > 0) {
                slow(name + by + ", was found only after " + took.toMillis() + " ms", inReload, diagnosis);
            } else if (inReload) {
                diagnosis.advice(
                        "identify-by-name",
                        name + by + ", is looked up in each reload, and not again until the next",
                        "Give the carrier's addresses and networks in place of the name.");
            }
        } catch (ExecutionException e) {
            unresolved(name + by + ", has no address", inReload, diagnosis);
        } catch (TimeoutException e) {
            answer.cancel(true);
            slow(name + by + ", was not found in time", inReload, diagnosis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unresolved(String problem, boolean inReload, Diagnosis diagnosis) {
        String remedy = "Mend the name, or the name server of this machine; Asterisk may use another one.";
        if (inReload) {
            diagnosis.error(
                    "host-unresolved", problem + ": Asterisk drops the identify, and calls are refused", remedy);
        } else {
            diagnosis.warning("host-unresolved", problem, remedy);
        }
    }

    private static void slow(String problem, boolean inReload, Diagnosis diagnosis) {
        diagnosis.warning(
                "dns-slow",
                problem + (inReload ? "; each reload takes as long, and Asterisk 22 answers no phone meanwhile" : ""),
                "Mend the name server" + (inReload ? ", or give addresses in place of the name." : "."));
    }
}
