package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.BatchPreview;
import io.sipwright.BatchProgress;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.target.ConfigFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file is taken over as a whole, in a time that is printed. */
class ManyUsersTest {

    private static final int USERS = 20_000;

    @TempDir
    Path directory;

    @Test
    void twenty_thousand_users_go_into_a_database() throws Exception {
        Files.writeString(directory.resolve("pjsip.conf"), configuration(), StandardCharsets.UTF_8);
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        SchemaInitializer.of(database).run();
        try (Sipwright sipwright = Sipwright.builder()
                .target(ConfigFiles.in(Files.createDirectory(directory.resolve("target"))))
                .store(JdbcStore.builder(database, TinkSecretCipher.ofKeyset(TinkKeysets.create()))
                        .build())
                .applying(Applying.ON_REQUEST)
                .build()) {
            long begin = System.nanoTime();
            PjsipImportPreview preview = PjsipImport.into(sipwright).read(directory);
            long read = System.nanoTime();
            preview.store(BatchProgress.ignored());
            long stored = System.nanoTime();

            System.out.println("Import of " + USERS + " users into H2: read and judged in " + millis(read - begin)
                    + " ms, stored in " + millis(stored - read) + " ms");
            assertThat(preview.users()).hasSize(USERS);
            assertThat(preview.leftAlone()).isEmpty();
            assertThat(sipwright.users().get("u19999").spec().fields().text("display_name"))
                    .hasValue("User 19999");
            assertThat(PjsipImport.into(sipwright).read(directory).changes().users())
                    .allMatch(row -> row.action() == BatchPreview.Action.UNCHANGED);
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static String configuration() {
        StringBuilder text = new StringBuilder("""
                [phone](!)
                type=endpoint
                context=from-internal
                disallow=all
                allow=ulaw,alaw,g722
                direct_media=no
                rtp_symmetric=yes
                rewrite_contact=yes
                [login](!)
                type=auth
                auth_type=userpass
                [place](!)
                type=aor
                max_contacts=2
                remove_existing=yes
                qualify_frequency=60

                """);
        for (int i = 0; i < USERS; i++) {
            text.append("""
                    [u%1$d](phone)
                    auth=u%1$d
                    aors=u%1$d
                    callerid="User %1$d" <%2$d>
                    mailboxes=%2$d@default
                    [u%1$d](login)
                    username=u%1$d
                    password=xK7-pQ2m-%3$s-vZ
                    [u%1$d](place)

                    """.formatted(i, 100_000 + i, Integer.toString(i, 26).replaceAll("\\d", "q")));
        }
        return text.toString();
    }
}
