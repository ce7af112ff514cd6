package io.sipwright.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times of two ways to do the same, which take turns so that they share the good and the bad moments of the machine.
 *
 * @param ours milliseconds of each round, sorted
 * @param bare milliseconds of each round, sorted
 */
record Comparison(double[] ours, double[] bare) {

    static final String HEAD = "| %-20s | %-13s | %-19s | %6s | %8s | %8s | %8s | %6s | %-17s |%n";
    static final String RULE = "|----------------------|---------------|---------------------|-------:"
            + "|---------:|---------:|---------:|-------:|-------------------|";
    private static final String ROW = "| %-20s | %-13s | %-19s | %6d | %8.2f | %8.2f | %,8.0f | %6s | %-17s |%n";
    private static final double MOST = 1.3;

    /**
     * Measures.
     *
     * @param prepare is run before each of the two, and not measured
     */
    static Comparison of(int warmUp, int rounds, Runnable prepare, Runnable ours, Runnable bare) {
        double[] oursMillis = new double[rounds];
        double[] bareMillis = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            boolean oursFirst = round % 2 == 0;
            double first = millis(prepare, oursFirst ? ours : bare);
            double second = millis(prepare, oursFirst ? bare : ours);
            if (round >= 0) {
                oursMillis[round] = oursFirst ? first : second;
                bareMillis[round] = oursFirst ? second : first;
            }
        }
        Arrays.sort(oursMillis);
        Arrays.sort(bareMillis);
        return new Comparison(oursMillis, bareMillis);
    }

    private static double millis(Runnable prepare, Runnable work) {
        prepare.run();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /**
     * Prints two lines.
     *
     * @param users that one round is about
     * @param mostMillis what ours should not exceed; 0 for no such aim
     */
    void print(String database, String what, String who, int users, int mostMillis) {
        double times = percentile(ours, 50) / percentile(bare, 50);
        String aim = "≤ " + MOST + (mostMillis == 0 ? "" : ", < " + mostMillis / 1000 + " s");
        boolean reached = times <= MOST && (mostMillis == 0 || percentile(ours, 50) < mostMillis);
        line(
                database,
                what,
                who,
                ours,
                users,
                String.format(Locale.ROOT, "%.2f", times),
                aim + (reached ? "" : ": no"));
        line(database, what, "bare JDBC", bare, users, "", "");
    }

    private static void line(
            String database, String what, String who, double[] millis, int users, String times, String aim) {
        double median = percentile(millis, 50);
        System.out.printf(
                Locale.ROOT,
                ROW,
                database,
                what,
                who,
                millis.length,
                median,
                percentile(millis, 99),
                users * 1e3 / median,
                times,
                aim);
    }

    /** The smallest value that so many percent of all do not exceed. */
    private static double percentile(double[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }
}
