package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsteriskVersionTest {

    @ParameterizedTest
    @CsvSource({
        "16, 16",
        "16.28.0, 16",
        "v16, 16",
        "18, 16",
        "21.9, 16",
        "22, 22",
        "22.10.1+dfsg, 22",
        "' 22 ', 22",
        "V23-rc1, 22",
        "22~rc1, 22"
    })
    void a_version_between_two_known_ones_is_the_older(String text, int major) {
        assertThat(AsteriskVersion.parse(text).map(AsteriskVersion::major)).contains(major);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13", "15.9", "x", "certified/18", "16x", "-22", "99999", "٢٢"})
    void anything_else_is_no_version(String text) {
        assertThat(AsteriskVersion.parse(text)).isEmpty();
    }

    @Test
    void the_supported_versions_are_named() {
        assertThat(AsteriskVersion.supported()).isEqualTo("16, 22");
    }
}
