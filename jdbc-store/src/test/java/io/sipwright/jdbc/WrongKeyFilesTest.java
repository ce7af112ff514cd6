package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Applying;
import io.sipwright.secret.SecretCipherException;
import io.sipwright.target.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Asterisk reads stays as it is when the secrets can't be opened: Asterisk goes on with what it knows. */
@Timeout(60)
class WrongKeyFilesTest {

    @TempDir
    Path temporary;

    private final TestTables tables = TestDatabase.H2.newTables();

    private Sipwright sipwright(JdbcStore store) {
        return Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .store(store)
                .target(ConfigFiles.in(temporary))
                .build();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : new String[] {"pjsip_users.conf", "pjsip_trunks.conf"}) {
            Path file = temporary.resolve(name);
            files.put(name, Files.getLastModifiedTime(file) + "\n" + Files.readString(file));
        }
        return files;
    }

    private Map<String, String> filesOfAliceFromLongAgo() throws IOException {
        sipwright(tables.store()).users().create(Writes.user("alice"));
        for (String name : new String[] {"pjsip_users.conf", "pjsip_trunks.conf"}) {
            Files.setLastModifiedTime(temporary.resolve(name), FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
        }
        return files();
    }

    @Test
    void theFilesStayWhenTheKeyIsWrong() throws IOException {
        Map<String, String> before = filesOfAliceFromLongAgo();
        JdbcStore wrong = tables.store(tables.dataSource, TinkSecretCipher.ofKeyset(TinkKeysets.create()));

        assertThatThrownBy(() -> sipwright(wrong))
                .isInstanceOf(SecretCipherException.class)
                .hasMessageContaining("state/key_check");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theFilesStayWhenOneSecretWasTamperedWith() throws IOException, SQLException {
        Map<String, String> before = filesOfAliceFromLongAgo();
        tables.execute("UPDATE sip_users SET secret = CONCAT(LEFT(secret, 30), 'AAAA', SUBSTRING(secret, 35))");

        Applied result = sipwright(tables.store()).apply();

        assertThat(result.summary()).contains("user/alice/secret").doesNotContain(Writes.SECRET);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theFilesStayWhenTheTablesAreGone() throws IOException, SQLException {
        Map<String, String> before = filesOfAliceFromLongAgo();
        JdbcStore store = tables.store();
        Sipwright sipwright = sipwright(store);
        tables.execute("ALTER TABLE sip_trunks RENAME TO lost");

        assertThat(sipwright.apply().summary()).contains("run SchemaInitializer");

        tables.execute("ALTER TABLE lost RENAME TO sip_trunks");
        assertThat(sipwright.apply().generation()).isEqualTo(1);
        assertThat(files()).isEqualTo(before);
    }
}
