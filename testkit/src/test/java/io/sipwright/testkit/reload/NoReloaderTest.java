package io.sipwright.testkit.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.ReloadOutcome.NotAsked;
import io.sipwright.reload.Reloader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reloader that leaves Asterisk alone keeps what holds for all. */
class NoReloaderTest extends ReloaderContract {

    @Override
    protected ReloaderWorld newWorld() {
        return new ReloaderWorld() {
            @Override
            public Reloader reloader() {
                return Reloader.none();
            }

            @Override
            public Reloader another() {
                return Reloader.none();
            }

            @Override
            public void write(List<Section> sections) {
                // no one reads it
            }

            @Override
            public void stop() {
                // no one is asked
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Test
    void it_asks_no_one() {
        assertThat(reload(List.of(), List.of())).isInstanceOf(NotAsked.class);
    }
}
