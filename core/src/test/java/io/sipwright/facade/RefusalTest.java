package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sipwright.Sipwright;
import io.sipwright.error.SipwrightException;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused leaves the store and the files as they were, to the byte. */
class RefusalTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void two_objects() {
        bench = new Workbench(temporary);
        bench.sipwright.users().create(Samples.user("anna"));
        bench.sipwright.trunks().create(Samples.trunk("carrier", "192.0.2.1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.sipwright.facade.RefusedRequests#all")
    void nothing_has_changed(String what, Consumer<Sipwright> request) {
        Workbench.Snapshot before = bench.snapshot();

        Throwable refusal = catchThrowable(() -> request.accept(bench.sipwright));

        assertThat(refusal).as(what).isInstanceOf(SipwrightException.class);
        assertThat(bench.snapshot()).isEqualTo(before);
        bench.sipwright.apply();
        assertThat(bench.snapshot()).isEqualTo(before);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        SipUserSpec wrong = SipUserSpec.builder("no blanks please", "basic_user")
                .secret("short")
                .codecs("ulaw", "nonsense")
                .maxContacts(0)
                .field("colour", "green")
                .build();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> bench.sipwright.users().create(wrong))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::path)
                        .containsExactlyInAnyOrder("name", "extension", "secret", "codecs", "max_contacts", "colour"));
    }
}
