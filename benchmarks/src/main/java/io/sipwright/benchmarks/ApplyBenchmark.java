package io.sipwright.benchmarks;

import io.sipwright.apply.Round;
import io.sipwright.testkit.AsteriskInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * From a change to its being seen running in a real Asterisk, beside the bare reload of the same change of the same files
 * by another Asterisk; and what it takes to find that nothing has changed.
 */
public final class ApplyBenchmark {

    private static final List<Integer> SIZES = List.of(100, 1_000, 5_000, 20_000);
    private static final String STILL_HEAD = "| %6s | %-11s | %6s | %8s | %8s | %6s | %7s | %-8s |%n";
    private static final String STILL_RULE =
            "|-------:|-------------|-------:|---------:|---------:|-------:|--------:|----------|";
    private static final String STILL_ROW = "| %,6d | %-11s | %6d | %8.1f | %8.1f | %6d | %7d | %-8s |%n";
    private static final double STILL_AIM = 50;

    private final int users;
    private final int rounds;
    private final ProvisionedAsterisk ours;
    private final BareAsterisk bare;
    private final List<ApplyTimes> times;

    private ApplyBenchmark(int users, int rounds, ProvisionedAsterisk ours, BareAsterisk bare) {
        this.users = users;
        this.rounds = rounds;
        this.ours = ours;
        this.bare = bare;
        this.times = List.of(
                new ApplyTimes(users, "change one"),
                new ApplyTimes(users, "create one"),
                new ApplyTimes(users, "delete one"));
    }

    /**
     * Measures at one number of users after the other. Only the tables go to standard output.
     *
     * @param arguments {@code --quick} for fewer rounds; {@code --only=} and a number of users, by default all
     */
    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        List<Integer> wanted = given.stream()
                .filter(argument -> argument.startsWith("--only="))
                .map(argument -> Integer.valueOf(argument.substring("--only=".length())))
                .toList();
        AsteriskInstallation installation = AsteriskInstallation.find(22)
                .orElseThrow(() -> new IllegalStateException("No Asterisk 22 was found; see CONTRIBUTING.md"));
        List<ApplyTimes> times = new ArrayList<>();
        List<String> still = new ArrayList<>();
        for (int users : wanted.isEmpty() ? SIZES : wanted) {
            System.err.printf(Locale.ROOT, "%s with %,d users ...%n", installation, users);
            try (ProvisionedAsterisk ours = new ProvisionedAsterisk(installation, Account.make(users));
                    BareAsterisk bare = new BareAsterisk(installation)) {
                ApplyBenchmark benchmark = new ApplyBenchmark(users, rounds(users, quick), ours, bare);
                benchmark.change();
                times.addAll(benchmark.times);
                still.add(benchmark.leave("reconcile()", ours::reconcile));
                still.add(benchmark.leave("apply()", ours::apply));
            }
        }
        print(times, still);
    }

    private static int rounds(int users, boolean quick) {
        int rounds = users >= 20_000 ? 9 : users >= 5_000 ? 20 : 40;
        return quick ? rounds / 4 : rounds;
    }

    /** The two take turns: what ours was brought to, the bare one is brought to next. */
    private void change() {
        Account spare = Account.make(users + 1).get(users);
        List<Account> accounts = Account.make(users);
        bare.copy(ours.directory());
        bare.reload();
        int warmUp = Math.min(5, rounds / 3 + 1);
        for (int i = -warmUp; i < rounds; i++) {
            Account account = accounts.get((i + warmUp) * 7 % users);
            String name = "Renamed " + (i + warmUp);
            step(i, times.get(0), () -> ours.rename(account, name));
            step(i, times.get(1), () -> ours.create(spare));
            step(i, times.get(2), () -> ours.delete(spare));
        }
    }

    private void step(int round, ApplyTimes into, Supplier<Round> change) {
        boolean measured = round >= 0;
        double cpu = cpu() + ours.cpu();
        long start = System.nanoTime();
        Round made = change.get();
        double wall = millisSince(start);
        cpu = cpu() + ours.cpu() - cpu;
        double look = ours.reloader().lookAgain();
        bare.copy(ours.directory());
        double bareCpu = bare.cpu();
        start = System.nanoTime();
        bare.reload();
        double reload = millisSince(start);
        if (measured) {
            into.add(wall, cpu, made, look);
            into.addBare(reload, bare.cpu() - bareCpu);
        }
    }

    private String leave(String what, Runnable look) {
        List<Double> millis = new ArrayList<>();
        int writes = ours.writes();
        int reloads = ours.reloader().reloads();
        for (int i = -2; i < rounds; i++) {
            long start = System.nanoTime();
            look.run();
            if (i >= 0) {
                millis.add(millisSince(start));
            }
        }
        double median = ApplyTimes.percentile(millis, 50);
        int written = ours.writes() - writes;
        int reloaded = ours.reloader().reloads() - reloads;
        boolean reached = median < STILL_AIM && written == 0 && reloaded == 0;
        return String.format(
                Locale.ROOT,
                STILL_ROW,
                users,
                what,
                rounds,
                median,
                ApplyTimes.percentile(millis, 90),
                written,
                reloaded,
                String.format(Locale.ROOT, "< %.0f", STILL_AIM) + (reached ? "" : ": no"));
    }

    private static double cpu() {
        return cpu(ProcessHandle.current().pid());
    }

    /** Milliseconds of all threads of a process since its start, as exact as the system tells them: mostly to ten. */
    static double cpu(long pid) {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e6;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(List<ApplyTimes> times, List<String> still) {
        System.out.printf(
                ApplyTimes.HEAD,
                "users",
                "work",
                "rounds",
                "p50 ms",
                "p90 ms",
                "bare p50",
                "bare p90",
                "more",
                "our part",
                "aim");
        System.out.println(ApplyTimes.RULE);
        times.forEach(ApplyTimes::print);
        System.out.println();
        System.out.printf(
                ApplyTimes.PHASES_HEAD,
                "users",
                "work",
                "p50 ms",
                "stage",
                "show",
                "reload",
                "look",
                "around",
                "cpu",
                "bare cpu");
        System.out.println(ApplyTimes.PHASES_RULE);
        times.forEach(ApplyTimes::printPhases);
        System.out.println();
        System.out.printf(STILL_HEAD, "users", "unchanged", "rounds", "p50 ms", "p90 ms", "writes", "reloads", "aim");
        System.out.println(STILL_RULE);
        still.forEach(System.out::print);
    }
}
