package io.sipwright.ami;

import io.sipwright.reload.StatusListener;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Writes down what it is told. */
final class Witness implements StatusListener {
    /** E.g. {@code carrier REGISTERED}, {@code alice REMOVED}, {@code connected}. */
    final List<String> told = new CopyOnWriteArrayList<>();

    volatile String lastReason = "";

    @Override
    public void registration(TrunkRegistration registration) {
        told.add(registration.name() + " " + registration.state());
    }

    @Override
    public void contact(UserContact contact) {
        told.add(contact.aor() + " " + contact.status());
    }

    @Override
    public void connected() {
        told.add("connected");
    }

    @Override
    public void disconnected(String reason) {
        lastReason = reason;
        told.add("disconnected");
    }

    /** Waits until it was told so, after the first so many. */
    boolean await(int after, String what) {
        return until(
                Duration.ofSeconds(20), told, all -> all.stream().skip(after).anyMatch(what::equals));
    }

    static <T> boolean until(Duration limit, T of, Predicate<T> wanted) {
        long end = System.nanoTime() + limit.toNanos();
        while (!wanted.test(of)) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
