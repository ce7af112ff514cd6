package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.secret.SecretGenerator;
import io.sipwright.template.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are refused. */
class SecretRulesTest {

    private static List<Violation> user(String secret) {
        return Checking.standard().create(Samples.user("alice.miller", "basic_user", Map.of("secret", secret)));
    }

    private static List<Violation> trunk(String password) {
        return Checking.standard()
                .create(Samples.trunk("carrier_one", "telnyx", Map.of("username", "acme7731", "password", password)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Xq7-vRz2;mX", "éééééééééé1"})
    void too_short(String secret) {
        String code = secret.isEmpty() ? "field.empty" : "secret.too_short";
        Checking.only(user(secret), "secret", code);
        Violation violation = Checking.only(trunk(secret), "password", code);
        assertThat(violation.rejectedValue()).isEmpty();
    }

    @Test
    void characters_count_not_bytes_nor_halves() {
        Checking.only(user("😀😁😂🤣😃😄😅😆😉😊😋"), "secret", "secret.too_short"); // 11 characters, 22 chars
        assertThat(user("😀x😂q🤣z😃v😄k😅w😆p")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice.miller77!", "xxALICE.MILLERyy", "q7RzXw1001pLmK", "alice.miller"})
    void contains_the_name_or_the_extension(String secret) {
        Violation violation = Checking.only(user(secret), "secret", "secret.contains_name");

        assertThat(violation.message()).isEqualTo("Contains the name, the user name or the extension of the account.");
        assertThat(violation.rejectedValue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier_one_9X!", "q7RzACME7731pLmK"})
    void contains_the_name_or_the_user_name_of_a_trunk(String password) {
        Checking.only(trunk(password), "password", "secret.contains_name");
    }

    @Test
    void a_name_of_two_letters_is_found_in_any_password() {
        assertThat(Checking.standard().create(Samples.user("qz", "basic_user", Map.of("secret", "Tqz7-vRz2;mXw9"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd1234",
                "PASSWORD!!!!!",
                "asterisk2024!",
                "changeme1234",
                "qwertyuiop12",
                "123456789012",
                "987654321098",
                "aaaaaaaaaaaa",
                "abababababab",
                "abcdefghijkl",
                "112233445566",
                "1234!5678!90",
                "2024-11-22-2024"
            })
    void too_easy_to_guess(String secret) {
        Violation violation = Checking.only(user(secret), "secret", "secret.common");

        assertThat(violation.message()).isEqualTo("Too easy to guess.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tq7-vRz2;mXw9", "correct horse battery", "my_secret_password", "strong_password", "Zoë-7731-µ$q"
            })
    void good_enough(String secret) {
        assertThat(user(secret)).isEmpty();
        assertThat(trunk(secret)).isEmpty();
    }

    @Test
    void generated_ones_pass() {
        SecretGenerator generator = new SecretGenerator();
        for (int i = 0; i < 200; i++) {
            assertThat(user(generator.generate().reveal())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"6,12,secret,0", "6,12,password,1", "12,6,secret,1", "12,6,password,0"})
    void the_limits_of_users_and_trunks_can_be_set(int users, int trunks, String field, int expected) {
        Checking checking = Checking.of(AsteriskVersion.V22, new SecretPolicy(users, trunks), Locale.ENGLISH);
        List<Violation> found = field.equals("secret")
                ? checking.create(Samples.user("a", "basic_user", Map.of(field, "Xq7-vRz2")))
                : checking.create(Samples.trunk("a", "telnyx", Map.of(field, "Xq7-vRz2")));

        assertThat(found)
                .hasSize(expected)
                .allSatisfy(violation -> assertThat(violation.message())
                        .isEqualTo("Too short: at least 12 characters. (The limit is a setting.)"));
    }
}
