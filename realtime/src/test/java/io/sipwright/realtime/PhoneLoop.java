package io.sipwright.realtime;

import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A phone that registers again and again, each time as long as SIP has it try, and notes what it is answered. */
final class PhoneLoop implements AutoCloseable {

    /** Timer F of RFC 3261: 64 times half a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(32);

    private final Map<String, Integer> answers = new TreeMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread;

    PhoneLoop(AsteriskServer asterisk, String user, String password) {
        thread = new Thread(() -> run(asterisk, user, password));
        thread.start();
    }

    private void run(AsteriskServer asterisk, String user, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(password)
                .timeout(PATIENCE)
                .throughRestarts()
                .build()) {
            while (!over.get()) {
                note(answer(phone));
            }
        }
    }

    private static String answer(SipPhone phone) {
        try {
            return Integer.toString(phone.register().status());
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private synchronized void note(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    /** How often each status came, by status. */
    synchronized Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join(PATIENCE.toMillis() * 3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
