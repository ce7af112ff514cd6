package io.sipwright.realtime;

import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Phones of users whom nobody changes: they register again and again, at each node, whatever happens. */
final class Callers implements AutoCloseable {

    /** No answer. */
    static final int SILENCE = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final long PAUSE_MILLIS = 100;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    /**
     * A REGISTER, and what became of it.
     *
     * @param begin by {@link System#nanoTime}, as is the end
     * @param status of the last answer; {@link #SILENCE} for none
     */
    record Call(String node, String user, long begin, long end, int status) {

        boolean isAccepted() {
            return status == 200;
        }
    }

    Callers(Map<String, AsteriskServer> nodes, Map<String, String> users) {
        nodes.forEach((name, asterisk) -> {
            Thread thread = new Thread(() -> call(name, asterisk, users), "phones at " + name);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        });
    }

    private void call(String node, AsteriskServer asterisk, Map<String, String> users) {
        while (!over) {
            users.forEach((user, password) -> {
                long begin = System.nanoTime();
                int status = register(asterisk, user, password);
                calls.add(new Call(node, user, begin, System.nanoTime(), status));
                Waiting.pause(PAUSE_MILLIS);
            });
        }
    }

    /** The status that a user is answered. */
    static int register(AsteriskServer asterisk, String user, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(password)
                .timeout(PATIENCE)
                .build()) {
            return phone.register().status();
        } catch (UncheckedIOException e) {
            return SILENCE;
        }
    }

    /** The calls that began and ended within a time. */
    List<Call> within(long begin, long end) {
        return calls.stream()
                .filter(call -> call.begin() - begin >= 0 && call.end() - end <= 0)
                .toList();
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
