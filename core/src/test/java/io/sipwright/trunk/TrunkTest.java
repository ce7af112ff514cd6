package io.sipwright.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A trunk as it is kept. */
class TrunkTest {

    @Test
    void tells_what_its_spec_tells_and_no_secret() {
        TrunkSpec spec = TrunkSpec.builder("main", "telnyx")
                .password("canary")
                .active(false)
                .build();
        Trunk trunk = new Trunk(7, spec, 1, 3, Instant.EPOCH, Instant.EPOCH);

        assertThat(trunk.name()).isEqualTo("main");
        assertThat(trunk.provider()).isEqualTo("telnyx");
        assertThat(trunk.active()).isFalse();
        assertThat(trunk.toString()).contains("main").doesNotContain("canary");
    }
}
