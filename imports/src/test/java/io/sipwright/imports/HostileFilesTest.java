package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sipwright.error.SipwrightException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each hostile file has an answer, and a report that is not much larger than the file. */
class HostileFilesTest {

    /** Far more than any takes: against what never ends. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {HostileFiles.MAIN, HostileFiles.WIZARD})
    void a_megabyte_of_anything_has_an_answer(String file) {
        StringBuilder table = new StringBuilder();
        HostileFiles.of(file).forEach((what, text) -> {
            long begin = System.nanoTime();
            String answer = assertTimeoutPreemptively(BOUND, () -> answer(file, text), what);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            assertThat(answer).as(what).isNotEmpty().hasSizeLessThan(40 * text.length());
            table.append("%-18s %-40s %8d characters %6d ms  %s%n"
                    .formatted(file, what, text.length(), millis, shortened(answer)));
        });
        System.out.print(table);
    }

    private static String answer(String file, String text) {
        try {
            return PjsipImport.into(ImportBench.strict().sipwright)
                    .read(file, text)
                    .toString();
        } catch (SipwrightException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String shortened(String answer) {
        String line = answer.replace('\n', ' ');
        return line.substring(0, Math.min(90, line.length()));
    }
}
