package io.sipwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer aZ09-._~+/==", "bearer aZ09-._~+/==", "BEARER aZ09-._~+/=="})
    void takesATokenWhateverTheCaseOfTheScheme(String header) {
        assertThat(BearerHeader.token(List.of(header))).contains("aZ09-._~+/==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Bearer",
                "Bearer ",
                "Bearer  x",
                "Bearer x ",
                "Bearer\tx",
                "Bearerx",
                "Bearer x y",
                "Bearer x, Bearer x",
                "Bearer x=y",
                "Bearer =",
                "Bearer é",
                "Bearer x\u0000",
                "Bearer \"x\"",
                "Basic eDp4",
                "x"
            })
    void takesNothingElse(String header) {
        assertThat(BearerHeader.token(List.of(header))).isEmpty();
    }

    @Test
    void takesOneHeaderOnly() {
        assertThat(BearerHeader.token(List.of("Bearer x", "Bearer x"))).isEmpty();
        assertThat(BearerHeader.token(List.of("Bearer x", "Basic eDp4"))).isEmpty();
    }

    @Test
    void takesNoTokenThatIsTooLong() {
        assertThat(BearerHeader.token(List.of("Bearer " + "x".repeat(BearerHeader.LONGEST_TOKEN))))
                .isPresent();
        assertThat(BearerHeader.token(List.of("Bearer " + "x".repeat(BearerHeader.LONGEST_TOKEN + 1))))
                .isEmpty();
    }
}
