package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines for Asterisk. That it takes them shows wherever a test starts one. */
class AriConfigurationTest {

    @Test
    void aSemicolonIsNoComment() {
        assertThat(AriConfiguration.ari("host", Secret.of("a;b c"))).endsWith("password=a\\;b c\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a\nenabled=no", "a\rb", "=a", ">a", "a\\"})
    void aSecretThatAsteriskWouldMisread(String secret) {
        assertThatThrownBy(() -> AriConfiguration.ari("host", Secret.of(secret)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "general", "a]b", "a b", "a\n"})
    void aUserThatAsteriskWouldMisread(String user) {
        assertThatThrownBy(() -> AriConfiguration.ari(user, Secret.of("secret")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWebServer() {
        assertThat(AriConfiguration.http("127.0.0.1", 8088)).contains("bindaddr=127.0.0.1\nbindport=8088\n");
        assertThatThrownBy(() -> AriConfiguration.http("127.0.0.1\nx=y", 8088))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AriConfiguration.http("127.0.0.1", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
