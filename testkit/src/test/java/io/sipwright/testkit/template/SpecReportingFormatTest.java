package io.sipwright.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.secret.Secret;
import io.sipwright.user.SipUserSpec;
import java.util.ServiceLoader;
import net.jqwik.api.SampleReportingFormat;
import org.junit.jupiter.api.Test;

/** A failing property shows what it failed with, but for secrets. */
class SpecReportingFormatTest {

    @Test
    void jqwik_finds_it_and_it_shows_values() {
        SipUserSpec alice = SipUserSpec.builder("alice", "least")
                .field("pin", Secret.of("canary-4711"))
                .field("note", "shown")
                .build();
        NearlyValid<SipUserSpec> nearly = new NearlyValid<>(alice, "note: unknown field", "note");

        assertThat(ServiceLoader.load(SampleReportingFormat.class))
                .filteredOn(SpecReportingFormat.class::isInstance)
                .singleElement()
                .satisfies(format -> {
                    assertThat(format.appliesTo(alice)).isTrue();
                    assertThat(format.appliesTo("alice")).isFalse();
                    assertThat(format.report(alice).toString())
                            .contains("name=alice", "note=shown", "pin=")
                            .doesNotContain("canary");
                    assertThat(format.report(nearly).toString()).contains("unknown field", "path=note");
                });
    }
}
