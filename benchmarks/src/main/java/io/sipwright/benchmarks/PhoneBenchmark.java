package io.sipwright.benchmarks;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How long it takes from a change to the phone: until all nodes answer a REGISTER as they should. Users are created, get another
 * password, and are deleted, one after the other; by files, by files with the overlay, by rows, and by rows that are written by
 * hand, which is the least there is. Arguments: {@code nodes} of one or two Asterisks 22, numbers of users, and the ways.
 */
public final class PhoneBenchmark {

    static final String PASSWORD = "Vq-wT_mXc-Rk";
    private static final String OTHER = "Jd-nB_kWz-Ty";
    private static final int ACCEPTED = 200;
    private static final int REFUSED = 401;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofSeconds(80);
    private static final String HEAD = "| %7s | %-16s | %-22s | %4s | %9s | %9s | %9s | %9s |%n";
    private static final String ROW = "| %,7d | %-16s | %-22s | %4d | %9.1f | %9.1f | %9.1f | %9.1f |%n";

    private final int users;
    private final int changes;
    private final Way way;

    private PhoneBenchmark(int users, int changes, Way way) {
        this.users = users;
        this.changes = changes;
        this.way = way;
    }

    /** {@code <nodes> <changes> <users,users> <way,way>}. */
    public static void main(String[] arguments) throws Exception {
        int nodes = Integer.parseInt(arguments[0]);
        int changes = Integer.parseInt(arguments[1]);
        AsteriskInstallation installation = AsteriskInstallation.find(22)
                .orElseThrow(() -> new IllegalStateException("There is no Asterisk 22 here"));
        System.out.printf(HEAD, "users", "a user is", "by", "n", "there p50", "p99", "phone p50", "p99");
        System.out.println("|--------:|------------------|------------------------|-----:|----------:|----------:"
                + "|----------:|----------:|");
        for (String users : arguments[2].split(",")) {
            for (String way : arguments[3].split(",")) {
                try (Way.Bed bed = Way.bed(way, installation, nodes, Integer.parseInt(users))) {
                    for (Way one : bed.ways()) {
                        new PhoneBenchmark(Integer.parseInt(users), changes, one).run();
                    }
                }
            }
        }
        System.exit(0); // nothing that was started outlives it
    }

    private void run() {
        int most = measure("created", 2 * changes, it -> way.create(it, PASSWORD), PASSWORD, ACCEPTED);
        most = measure("given a password", most, it -> way.change(it, OTHER), OTHER, ACCEPTED);
        measure("deleted", most, way::delete, OTHER, REFUSED);
    }

    /** How many users were changed; fewer than wanted if that takes too long. */
    private int measure(String what, int most, Consumer<String> change, String password, int expected) {
        UnaryOperator<String> names = number -> way.prefix() + number;
        List<Double> there = new ArrayList<>();
        List<Double> answered = new ArrayList<>();
        long start = System.nanoTime();
        int done = 0;
        for (; done < most && System.nanoTime() - start < MOST.toNanos(); done++) {
            String user = names.apply(Integer.toString(done));
            long begin = System.nanoTime();
            change.accept(user);
            double returned = millis(begin);
            List<CompletableFuture<Void>> answers = way.nodes().stream()
                    .map(node -> CompletableFuture.runAsync(() -> await(node, user, password, expected)))
                    .toList();
            answers.forEach(CompletableFuture::join);
            double phone = millis(begin);
            if (done >= most / 2 || System.nanoTime() - start > MOST.toNanos() / 2) { // the first half warms up
                there.add(returned);
                answered.add(phone);
            }
            way.settle();
        }
        System.out.printf(
                Locale.ROOT,
                ROW,
                users,
                what,
                way.label(),
                there.size(),
                ApplyTimes.percentile(there, 50),
                ApplyTimes.percentile(there, 99),
                ApplyTimes.percentile(answered, 50),
                ApplyTimes.percentile(answered, 99));
        return done;
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Asks again at once; a phone would do so later. */
    private static void await(AsteriskServer node, String user, String password, int expected) {
        long begin = System.nanoTime();
        while (register(node, user, password) != expected) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IllegalStateException(user + " was not answered " + expected);
            }
        }
    }

    /** The status; 0 if there is no answer within half a second, after which a phone would ask again. */
    private static int register(AsteriskServer node, String user, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(node.host(), node.sipPort())
                .user(user)
                .password(password)
                .timeout(Duration.ofMillis(500))
                .build()) {
            return phone.register().status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}
