package io.sipwright.benchmarks;

import io.sipwright.apply.Phase;
import io.sipwright.apply.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Times of one kind of change, and of the bare reloads between them. */
final class ApplyTimes {

    static final String HEAD = "| %6s | %-10s | %6s | %8s | %8s | %8s | %8s | %8s | %8s | %-17s |%n";
    static final String RULE = "|-------:|------------|-------:|---------:|---------:|---------:|---------:|---------:"
            + "|---------:|-------------------|";
    private static final String ROW =
            "| %,6d | %-10s | %6d | %8.1f | %8.1f | %8.1f | %8.1f | %8.1f | %8.1f | %-17s |%n";
    static final String PHASES_HEAD = "| %6s | %-10s | %8s | %8s | %8s | %8s | %8s | %8s | %8s | %8s |%n";
    static final String PHASES_RULE =
            "|-------:|------------|---------:|---------:|---------:|---------:|---------:|---------:|---------:|---------:|";
    private static final String PHASES_ROW =
            "| %,6d | %-10s | %8.1f | %8.1f | %8.1f | %8.1f | %8.1f | %8.1f | %8.0f | %8.0f |%n";

    private static final double LEAST_AIM = 30;
    private static final double AIM = 0.1;

    private final int users;
    private final String what;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> bareCpu = new ArrayList<>();

    /**
     * One change, in milliseconds.
     *
     * @param wall from the call until it is known to be applied
     * @param cpu that this program and Asterisk have used meanwhile, which other programs hardly change
     * @param look of a second look, made after the round
     */
    private record Sample(double wall, double cpu, double stage, double show, double reload, double look) {

        /** What is not Asterisk's reload, as far as this one round tells. */
        double rest() {
            return wall - command();
        }

        double command() {
            return reload - look;
        }

        double around() {
            return wall - stage - show - reload;
        }
    }

    ApplyTimes(int users, String what) {
        this.users = users;
        this.what = what;
    }

    void add(double wall, double cpu, Round round, double look) {
        samples.add(new Sample(
                wall, cpu, millis(round, Phase.STAGE), millis(round, Phase.SHOW), millis(round, Phase.RELOAD), look));
    }

    void addBare(double wall, double cpu) {
        bare.add(wall);
        bareCpu.add(cpu);
    }

    private static double millis(Round round, Phase phase) {
        return round.durations().getOrDefault(phase, Duration.ZERO).toNanos() / 1e6;
    }

    void print() {
        double ours = percentile(samples.stream().map(Sample::wall).toList(), 50);
        double reload = percentile(bare, 50);
        double most = Math.max(LEAST_AIM, AIM * reload);
        double rest = median(Sample::rest);
        System.out.printf(
                Locale.ROOT,
                ROW,
                users,
                what,
                samples.size(),
                ours,
                percentile(samples.stream().map(Sample::wall).toList(), 90),
                reload,
                percentile(bare, 90),
                ours - reload,
                rest,
                String.format(Locale.ROOT, "≤ %.0f", most) + (Math.max(ours - reload, rest) <= most ? "" : ": no"));
    }

    void printPhases() {
        System.out.printf(
                Locale.ROOT,
                PHASES_ROW,
                users,
                what,
                median(Sample::wall),
                median(Sample::stage),
                median(Sample::show),
                median(Sample::command),
                median(Sample::look),
                median(Sample::around),
                median(Sample::cpu),
                percentile(bareCpu, 50));
    }

    private double median(ToDoubleFunction<Sample> part) {
        return percentile(samples.stream().map(part::applyAsDouble).toList(), 50);
    }

    /** The smallest value that so many percent of all do not exceed. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
