package io.sipwright.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks, one after the other on one thread, and prints one table. */
public final class BenchmarkRun {

    /** The lines of the table in order: benchmark, and what it is called. */
    private static final Map<String, String> LINES = new LinkedHashMap<>();

    static {
        LINES.put("RenderBenchmark.sipwright", "render: Sipwright");
        LINES.put("RenderBenchmark.sipwrightWithoutStamps", "render: Sipwright, no stamps");
        LINES.put("RenderBenchmark.freeMarker", "render: FreeMarker");
        LINES.put("RenderBenchmark.mustache", "render: Mustache.java");
        LINES.put("RenderBenchmark.replace", "render: String.replace");
        LINES.put("RenderBenchmark.copy", "limit: copy the bytes");
        LINES.put("ParseBenchmark.parse", "parse: PjsipParser.parse");
        LINES.put("ParseBenchmark.readWritten", "parse: readWritten");
        LINES.put("ParseBenchmark.lines", "limit: BufferedReader");
    }

    private static final String HEAD = "| %7s | %-28s | %10s | %8s | %7s | %7s | %10s |%n";
    private static final String ROW = "| %,7d | %-28s | %10.2f | %8.2f | %7.0f | %7.2f | %,10.0f |%n";
    private static final String RULE =
            "|--------:|------------------------------|-----------:|---------:|--------:|--------:|-----------:|";

    private static final double CONFIDENCE = 0.95;

    private BenchmarkRun() {}

    /**
     * Measures all. Only the table goes to standard output; how JMH gets on goes to standard error.
     *
     * @param arguments {@code --quick} for fewer iterations
     */
    public static void main(String[] arguments) throws RunnerException {
        PrintStream console = System.out;
        System.setOut(System.err);
        boolean quick = List.of(arguments).contains("--quick");
        Collection<RunResult> results = run(quick);
        System.setOut(console);
        print(results);
    }

    private static Collection<RunResult> run(boolean quick) throws RunnerException {
        ChainedOptionsBuilder common = new OptionsBuilder()
                .forks(1)
                .threads(1)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                // Collects garbage on the measured thread: whoever makes it pays for it.
                .include("io\\.sipwright\\.benchmarks\\.(Render|Parse)")
                .jvmArgs("-XX:+UseSerialGC", "-Xms4g", "-Xmx4g", "-Xmn1g")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        Collection<RunResult> results = new ArrayList<>();
        results.addAll(new Runner(new OptionsBuilder()
                        .parent(common.build())
                        .param("users", "1000", "20000")
                        .warmupIterations(quick ? 2 : 3)
                        .measurementIterations(quick ? 3 : 5)
                        .build())
                .run());
        results.addAll(new Runner(new OptionsBuilder()
                        .parent(common.build())
                        .param("users", "100000")
                        .warmupIterations(quick ? 1 : 2)
                        .measurementIterations(3)
                        .build())
                .run());
        return results;
    }

    private static void print(Collection<RunResult> results) {
        Map<String, RunResult> byLine = new LinkedHashMap<>();
        results.forEach(result -> byLine.put(benchmark(result) + "/" + users(result), result));
        System.out.printf(HEAD, "users", "", "median ms", "± ms", "MB/s", "× time", "bytes/user");
        System.out.println(RULE);
        for (int users : results.stream()
                .mapToInt(BenchmarkRun::users)
                .sorted()
                .distinct()
                .toArray()) {
            Workload workload = new Workload(users);
            LINES.forEach((benchmark, label) -> row(
                    users,
                    label,
                    byLine.get(benchmark + "/" + users),
                    byLine.get(base(benchmark) + "/" + users),
                    size(workload, !benchmark.endsWith("WithoutStamps"))));
        }
    }

    private static void row(int users, String label, RunResult result, RunResult base, long bytes) {
        double median = median(result);
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        System.out.printf(
                Locale.ROOT,
                ROW,
                users,
                label,
                median,
                result.getPrimaryResult().getStatistics().getMeanErrorAt(CONFIDENCE),
                bytes / 1e3 / median,
                median / median(base),
                allocated.getScore() / users);
    }

    /** What the times of a line are compared with. */
    private static String base(String benchmark) {
        return benchmark.startsWith("Render") ? "RenderBenchmark.sipwright" : "ParseBenchmark.parse";
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static long size(Workload workload, boolean stamps) {
        CountingStream out = new CountingStream();
        if (stamps) {
            workload.render(out);
        } else {
            workload.renderWithoutStamps(out);
        }
        return out.count();
    }

    /** Class and method. */
    private static String benchmark(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static int users(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("users"));
    }
}
