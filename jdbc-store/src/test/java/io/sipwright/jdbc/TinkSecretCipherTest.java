package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import io.sipwright.secret.SecretCipherException;
import org.junit.jupiter.api.Test;

class TinkSecretCipherTest {

    private static final Secret SECRET = Secret.of("cañary;4711");

    private final TinkSecretCipher cipher = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    @Test
    void whatIsSealedIsOpenedAtItsPlace() {
        String sealed = cipher.seal(SECRET, "user/alice/secret");

        assertThat(sealed).doesNotContain("4711").matches("[\\x21-\\x7e]+");
        assertThat(cipher.open(sealed, "user/alice/secret")).isEqualTo(SECRET);
        assertThat(SecretCipher.looksSealed(sealed)).isTrue();
        assertThat(cipher.isCurrent(sealed)).isTrue();
        assertThat(cipher.seal(SECRET, "user/alice/secret")).isNotEqualTo(sealed);
    }

    @Test
    void whatWasMovedOrChangedIsRefused() {
        String sealed = cipher.seal(SECRET, "user/alice/secret");
        char last = sealed.charAt(20);
        String changed = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThatThrownBy(() -> cipher.open(sealed, "user/bob/secret"))
                .isInstanceOf(SecretCipherException.class)
                .hasMessageContaining("user/bob/secret");
        assertThatThrownBy(() -> cipher.open(changed, "user/alice/secret")).isInstanceOf(SecretCipherException.class);
        assertThatThrownBy(() -> cipher.open("plain", "user/alice/secret")).isInstanceOf(SecretCipherException.class);
    }

    @Test
    void anotherKeyFailsClosed() {
        TinkSecretCipher other = TinkSecretCipher.ofKeyset(TinkKeysets.create());
        String sealed = cipher.seal(SECRET, "p");

        assertThatThrownBy(() -> other.open(sealed, "p")).isInstanceOf(SecretCipherException.class);
        assertThat(other.isCurrent(sealed)).isFalse();
        assertThat(other.isCurrent("plain")).isFalse();
    }

    @Test
    void whatIsNoKeysetIsRefused() {
        assertThatThrownBy(() -> TinkSecretCipher.ofKeyset("{}")).isInstanceOf(SecretCipherException.class);
    }
}
