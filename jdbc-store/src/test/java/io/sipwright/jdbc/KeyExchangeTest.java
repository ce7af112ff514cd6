package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.SecretCipher;
import io.sipwright.secret.SecretCipherException;
import io.sipwright.store.StoreView;
import io.sipwright.template.OptionOverride;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key is exchanged while instances work, some of which have the new keyset already. */
class KeyExchangeTest {

    private static final String OLD = TinkKeysets.create();

    private static JdbcStore store(DataSource dataSource, String keyset) {
        return JdbcStore.builder(dataSource, TinkSecretCipher.ofKeyset(keyset)).build();
    }

    private static DataSource empty(SpecificationDatabase database) {
        DataSource dataSource = database.empty();
        SchemaInitializer.of(dataSource).run();
        return dataSource;
    }

    private static SipUserSpec user(String name, String secret) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(secret)
                .override(OptionOverride.set("auth", "password", secret))
                .build();
    }

    private static void write(JdbcStore store, String name, String secret) {
        store.write(writing -> writing.users().find(name).isPresent()
                ? writing.users().update(user(name, secret), 1, OptionalLong.empty())
                : writing.users().insert(user(name, secret), 1));
    }

    private static String secret(JdbcStore store, String name) {
        return store.<String>read(view -> view.users()
                .find(name)
                .orElseThrow()
                .spec()
                .fields()
                .text("secret")
                .orElseThrow());
    }

    private static boolean isCurrent(DataSource dataSource, String keyset, String name) {
        String sealed = Sql.rows(dataSource, "SELECT secret FROM sip_users WHERE username = '" + name + "'")
                .get(0)
                .get("secret");
        return TinkSecretCipher.ofKeyset(keyset).isCurrent(String.valueOf(sealed));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void instancesWithTheKeysetsOfTwoStepsWorkSideBySide(SpecificationDatabase database) {
        DataSource dataSource = empty(database);
        String added = TinkKeysets.addKey(OLD);
        String promoted = TinkKeysets.promote(added);
        String dropped = TinkKeysets.dropOldKeys(promoted);
        write(store(dataSource, OLD), "first", "secret-0");
        List<String> steps = List.of(OLD, added, promoted, dropped);
        for (int i = 1; i < steps.size(); i++) {
            JdbcStore before = store(dataSource, steps.get(i - 1));
            JdbcStore after = store(dataSource, steps.get(i));
            if (i == 3) {
                assertThat(before.reseal(count -> {})).isPositive();
            }
            String secret = "secret-" + i;
            write(before, "first", secret);
            assertThat(secret(after, "first")).isEqualTo(secret);
            write(after, "second", secret);
            assertThat(secret(before, "second")).isEqualTo(secret);
            assertThat(after.<Integer>read(
                            view -> view.users().history("first", 99).size()))
                    .isEqualTo(i + 1);
        }
        assertThat(TinkKeysets.dropOldKeys(dropped)).isEqualTo(dropped);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void whatIsWrittenIsSealedWithTheNewKeyAndTheRestStays(SpecificationDatabase database) {
        DataSource dataSource = empty(database);
        write(store(dataSource, OLD), "written", "secret-1");
        write(store(dataSource, OLD), "left", "secret-2");
        String promoted = TinkKeysets.promote(TinkKeysets.addKey(OLD));

        write(store(dataSource, promoted), "written", "secret-3");

        assertThat(isCurrent(dataSource, promoted, "written")).isTrue();
        assertThat(isCurrent(dataSource, promoted, "left")).isFalse();
    }

    @Test
    void aKeysetWithoutTheKeyFailsClosedAndNamesThePlace() {
        DataSource dataSource = empty(SpecificationDatabase.H2);
        write(store(dataSource, OLD), "alice", "secret-1");
        JdbcStore other = store(dataSource, TinkKeysets.create());
        List<String> before = Sql.dump(dataSource);

        assertThatThrownBy(() -> secret(other, "alice"))
                .isInstanceOf(SecretCipherException.class)
                .hasMessageContaining("state/key_check");
        assertThatThrownBy(() -> write(other, "alice", "secret-2")).isInstanceOf(SecretCipherException.class);
        assertThatThrownBy(() -> other.reseal(count -> {})).isInstanceOf(SecretCipherException.class);
        assertThat(Sql.dump(dataSource)).isEqualTo(before);
    }

    @Test
    void whatIsNoKeysetIsRefusedWithoutAWordOfIt() {
        for (String broken : List.of(
                "",
                "{",
                "canary-4711",
                "{\"canary\": 4711}",
                OLD.replace("\"key\"", "\"canary\""),
                OLD.substring(0, OLD.length() / 2))) {
            for (Runnable use : List.<Runnable>of(
                    () -> TinkSecretCipher.ofKeyset(broken),
                    () -> TinkKeysets.addKey(broken),
                    () -> TinkKeysets.promote(broken),
                    () -> TinkKeysets.dropOldKeys(broken))) {
                assertThatThrownBy(use::run)
                        .as(broken)
                        .isInstanceOf(SecretCipherException.class)
                        .satisfies(e -> {
                            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                                assertThat(String.valueOf(cause.getMessage())).doesNotContain("canary", material(OLD));
                            }
                        });
            }
        }
    }

    /** The key itself, in Base64. */
    private static String material(String keyset) {
        return keyset.replaceFirst("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void plainSecretsAreSealedAndNoneIsLeft(SpecificationDatabase database) {
        DataSource dataSource = empty(database);
        JdbcStore plain =
                JdbcStore.builder(dataSource, SecretCipher.plainText()).build();
        IntStream.range(0, 30).forEach(i -> write(plain, "user" + i, "canary-4711-" + i));
        JdbcStore sealing = store(dataSource, OLD);
        assertThat(secret(sealing, "user7")).isEqualTo("canary-4711-7");
        assertThat(Sql.dump(dataSource)).anyMatch(text -> text.contains("canary-4711"));
        long generation = sealing.<Long>read(StoreView::generation);

        assertThat(sealing.reseal(count -> {})).isEqualTo(60);

        assertThat(Sql.dump(dataSource)).noneMatch(text -> text.contains("canary-4711"));
        assertThat(secret(sealing, "user7")).isEqualTo("canary-4711-7");
        assertThat(sealing.<Long>read(StoreView::generation)).isEqualTo(generation);
    }
}
