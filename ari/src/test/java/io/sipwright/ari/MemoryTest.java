package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.secret.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** For how long the reload is put off, and ARI left alone. */
class MemoryTest {

    private final AriSettings settings = new AriSettings(
            URI.create("http://127.0.0.1:9"),
            "host",
            Secret.of("secret"),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            null,
            1,
            Duration.ofMinutes(5),
            50,
            Duration.ofSeconds(30));

    @Test
    void theLongerAReloadTakesTheLongerItIsPutOff() {
        AriLink link = new AriLink(settings);
        Memory memory = new Memory(link, new Marker(link), settings, () -> 0);
        assertThat(memory.rest()).isEqualTo(Duration.ofMinutes(5));
        memory.reloadTook(Duration.ofMillis(600));
        assertThat(memory.rest()).isEqualTo(Duration.ofMinutes(5));
        memory.reloadTook(Duration.ofSeconds(51));
        assertThat(memory.rest()).isEqualTo(Duration.ofSeconds(2_550));
    }

    @Test
    void afterATroubleAriIsLeftAloneForAWhile() {
        long[] now = {Long.MAX_VALUE - 5};
        Troubles troubles = new Troubles(settings.retryPause(), () -> now[0]);
        assertThat(troubles.mayTry()).isTrue();
        troubles.met(new AriException("ari-off", "no ARI there"));
        assertThat(troubles.mayTry()).isFalse();
        now[0] += Duration.ofSeconds(29).toNanos();
        assertThat(troubles.mayTry()).isFalse();
        now[0] += Duration.ofSeconds(1).toNanos();
        assertThat(troubles.mayTry()).isTrue();
        assertThat(troubles.told()).isEqualTo("no ARI there");
        troubles.ended();
        assertThat(troubles.told()).isEmpty();
    }
}
