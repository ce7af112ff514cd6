package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.error.SipwrightException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Mutated configurations: each gives a preview, or is refused with {@link SipwrightException}. {@code -Dfuzz=1000000} tries
 * more of them than usual, and {@code -Dfuzz.first=5000} others.
 */
class ImportFuzzTest {

    private static final long FIRST = Long.getLong("fuzz.first", 0);
    private static final long TRIES = Long.getLong("fuzz", 4_000);
    private static final long BOUND = TimeUnit.SECONDS.toNanos(10);

    private final ImportBench bench = ImportBench.strict();

    @Test
    void a_preview_or_a_refusal() throws InterruptedException {
        Mutations mutations = new Mutations();
        assertThat(mutations.seeds()).isGreaterThan(60);
        Tried tried = new Tried();
        Thread trying = new Thread(() -> tryAll(mutations, tried), "tries");
        trying.setDaemon(true);
        trying.start();
        // One thread watches another: a thread of its own for each text would take longer than the text.
        while (trying.isAlive()) {
            trying.join(100);
            assertThat(System.nanoTime() - tried.begun)
                    .as("try %d, at %s", tried.number, at(trying))
                    .isLessThan(BOUND);
        }
        assertThat(tried.failure).as("try %d", tried.number).isNull();
        assertThat(tried.previews + tried.refusals).isEqualTo(TRIES);
        assertThat(tried.previews).isGreaterThan(TRIES / 10);
        assertThat(tried.refusals).isGreaterThan(TRIES / 10);
        System.out.printf(
                "%d mutated configurations from %d on: %d previews, %d refusals; the slowest took %d ms (%d)%n",
                TRIES,
                FIRST,
                tried.previews,
                tried.refusals,
                TimeUnit.NANOSECONDS.toMillis(tried.longest),
                tried.slowest);
    }

    private void tryAll(Mutations mutations, Tried tried) {
        try {
            for (long i = FIRST; i < FIRST + TRIES; i++) {
                String text = new String(mutations.of(i), StandardCharsets.UTF_8);
                tried.begin(i);
                try {
                    read(i % 4 == 0 ? "pjsip_wizard.conf" : "pjsip.conf", text);
                    tried.previews++;
                } catch (SipwrightException e) {
                    assertThat(e.getMessage()).isNotEmpty();
                    tried.refusals++;
                }
                tried.end();
            }
        } catch (Throwable e) { // an error as well: of the stack, of the heap
            tried.failure = e;
        }
    }

    private void read(String file, String text) {
        PjsipImportPreview preview = PjsipImport.into(bench.sipwright).read(file, text);
        assertThat(preview.toString()).startsWith("Trunks: ").hasSizeLessThan(100 * text.length() + 1_000);
    }

    private static String at(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length == 0 ? "its end" : stack[0].toString();
    }

    /** How far it is; written by one thread and read by another. */
    private static final class Tried {

        volatile long number;
        volatile long begun = System.nanoTime();
        volatile @org.jspecify.annotations.Nullable Throwable failure;
        volatile long previews;
        volatile long refusals;
        long longest;
        long slowest;

        void begin(long i) {
            number = i;
            begun = System.nanoTime();
        }

        void end() {
            long took = System.nanoTime() - begun;
            if (took > longest) {
                longest = took;
                slowest = number;
            }
            if (number % 10_000 == 9_999 && TRIES > 10_000) {
                System.out.println("at " + number + ": " + previews + " previews, " + refusals + " refusals, slowest "
                        + TimeUnit.NANOSECONDS.toMillis(longest) + " ms " + slowest);
            }
        }
    }
}
