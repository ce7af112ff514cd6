package io.sipwright.ari;

import io.sipwright.Batch;
import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplySettings;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Prints how long it takes from a change to a REGISTER that is accepted, and until the change is seen running, with the
 * overlay and without. Arguments: changes of each kind (fewer if they take
 * longer than three minutes), then numbers of users.
 */
public final class OverlayMeasurement {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofMinutes(3);
    private static final String ROW = "| %,6d | %-12s | %-7s | %3d | %,9.1f | %,9.1f | %,9.1f | %,9.1f |%n";

    private final int users;
    private final int changes;
    private final boolean overlaid;
    private final AsteriskServer asterisk;
    private final Sipwright sipwright;

    private OverlayMeasurement(AsteriskInstallation installation, int users, int changes, boolean overlaid) {
        this.users = users;
        this.changes = changes;
        this.overlaid = overlaid;
        this.asterisk = overlaid
                ? OverlaidAsterisk.start(installation)
                : AsteriskServer.builder(installation).start();
        Reloader ami = AmiReloader.builder(
                        asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), Secret.of(asterisk.amiSecret()))
                .responseTimeout(LIMIT)
                .reloadTimeout(LIMIT)
                .build();
        this.sipwright = Sipwright.builder()
                .store(new InMemoryStore())
                .target(ConfigFiles.in(asterisk.configDirectory()))
                .asteriskVersion(AsteriskVersion.V22)
                .reloader(
                        overlaid
                                ? OverlaidAsterisk.overlay(asterisk, ami)
                                        .rest(Duration.ofHours(2), 0)
                                        .build()
                                : ami)
                .applySettings(
                        ApplySettings.standard().withRest(Duration.ZERO, 0).withReconcileInterval(Duration.ofHours(1)))
                .build();
        verified(sipwright.upsertAll(new Batch(
                List.of(),
                IntStream.range(0, users)
                        .mapToObj(i -> user("user" + i, "Start-" + secret(i)))
                        .toList())));
    }

    public static void main(String[] arguments) throws InterruptedException {
        AsteriskInstallation installation = AsteriskInstallation.find(22).orElseThrow();
        System.out.println("| users  | change       | overlay |   n | register  | p99, ms   | verified  | p99, ms   |");
        System.out.println("|-------:|--------------|---------|----:|----------:|----------:|----------:|----------:|");
        for (String users : Arrays.asList(arguments).subList(1, arguments.length)) {
            for (boolean overlaid : new boolean[] {true, false}) {
                new OverlayMeasurement(installation, Integer.parseInt(users), Integer.parseInt(arguments[0]), overlaid)
                        .run();
            }
        }
    }

    private void run() throws InterruptedException {
        try (asterisk;
                sipwright) {
            measure(
                    "new password",
                    i -> {
                        String name = "user" + (int) ((long) i * users / changes);
                        return sipwright
                                .users()
                                .update(
                                        name,
                                        SipUserPatch.builder().secret(secret(i)).build());
                    },
                    i -> "user" + (int) ((long) i * users / changes));
            measure("new user", i -> sipwright.users().create(user("new" + i, secret(i))), i -> "new" + i);
            if (overlaid) {
                free();
            }
        }
    }

    private interface Change {
        Provisioned<?> make(int number);
    }

    private interface Name {
        String of(int number);
    }

    private void measure(String what, Change change, Name name) throws InterruptedException {
        double[] registered = new double[changes];
        double[] seen = new double[changes];
        long start = System.nanoTime();
        int done = 0;
        for (int i = 0; i < changes && System.nanoTime() - start < MOST.toNanos(); i++) {
            long begin = System.nanoTime();
            Provisioned<?> made = change.make(i);
            while (!isRegistered(name.of(i), secret(i))) {
                if (System.nanoTime() - begin > LIMIT.toNanos()) {
                    throw new IllegalStateException(name.of(i) + " cannot register");
                }
                Thread.sleep(1);
            }
            registered[i] = (System.nanoTime() - begin) / 1e6;
            verified(made);
            seen[i] = (System.nanoTime() - begin) / 1e6;
            done++;
        }
        System.out.printf(
                Locale.ROOT,
                ROW,
                users,
                what,
                overlaid ? "yes" : "no",
                done,
                at(Arrays.copyOf(registered, done), 0.5),
                at(Arrays.copyOf(registered, done), 0.99),
                at(Arrays.copyOf(seen, done), 0.5),
                at(Arrays.copyOf(seen, done), 0.99));
    }

    /** A phone that gets no answer asks again after half a second, as phones do. */
    private boolean isRegistered(String user, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(password)
                .timeout(Duration.ofMillis(500))
                .build()) {
            return phone.register().status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What a host pays once that finds the memory of another: a request for each auth. */
    private void free() {
        AriLink link = OverlaidAsterisk.link(asterisk);
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < users; i++) {
                link.delete(new ObjectKey(Types.AUTH, "user" + i));
            }
        } catch (AriException e) {
            throw new IllegalStateException(e);
        }
        System.out.printf(
                Locale.ROOT, "%,d auths of another host: %,d ms%n", users, (System.nanoTime() - begin) / 1_000_000);
    }

    /** Without digits: a password must not hold the extension. */
    private static String secret(int number) {
        StringBuilder letters = new StringBuilder("Secret-");
        for (char digit : Integer.toString(number).toCharArray()) {
            letters.append((char) ('k' + digit - '0'));
        }
        return letters.append("-wordy").toString();
    }

    private static double at(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    private static SipUserSpec user(String name, String secret) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .displayName("Somebody")
                .secret(secret)
                .build();
    }

    private static void verified(Provisioned<?> change) {
        if (!change.awaitApplied(LIMIT).isVerified()) {
            throw new IllegalStateException(change.awaitApplied(Duration.ZERO).summary());
        }
    }
}
