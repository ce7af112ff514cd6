package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"22.6.0", "22.10.1+dfsg+~cs6.17.60671434-1", "23.0.0", "22.6-cert1", "100.1"})
    void newEnough(String version) {
        assertThat(Release.isNewEnough(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22.5.2",
                "16.28.0~dfsg-0+deb11u4",
                "20.16.0",
                "21.11.0",
                "",
                "GIT-master-1a2b3c",
                "99999999999.1"
            })
    void notNewEnough(String version) {
        assertThat(Release.isNewEnough(version)).isFalse();
    }
}
