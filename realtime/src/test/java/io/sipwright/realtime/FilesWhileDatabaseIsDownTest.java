package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What users in files and users in rows are answered while the database is down, and afterwards. */
@Timeout(120)
@Execution(ExecutionMode.SAME_THREAD)
class FilesWhileDatabaseIsDownTest {

    private static final String PASSWORD = "Vq7-wT2_mXc9Rk";
    private static final Duration SOON = Duration.ofSeconds(30);

    @AsteriskTest
    void files_go_on_and_rows_come_back_with_the_database(AsteriskInstallation installation) {
        try (DurablePostgreSql postgreSql = new DurablePostgreSql()) {
            RealtimeSchema.of(postgreSql.database().dataSource()).run();
            AsteriskVersion version = AsteriskVersion.parse(Integer.toString(installation.major()))
                    .orElseThrow();
            new Writer(postgreSql.database(), version)
                    .write(1, new Rendered(version).user(Course.user("in_rows", PASSWORD)));
            try (AsteriskServer asterisk = Nodes.builder(installation, postgreSql.port(), "postgres", "postgres")
                            .file("pjsip_users.conf", inFile())
                            .start();
                    StartedAgain process = new StartedAgain(asterisk.pid())) {
                assertThat(Phones.register(asterisk, "in_file", PASSWORD)).isEqualTo(200);
                assertThat(Phones.register(asterisk, "in_rows", PASSWORD)).isEqualTo(200);

                postgreSql.crash();
                for (int i = 0; i < 3; i++) {
                    assertThat(Phones.register(asterisk, "in_file", PASSWORD)).isEqualTo(200);
                    // As with a wrong password: it is asked for again, and never good.
                    assertThat(Phones.register(asterisk, "in_rows", PASSWORD)).isEqualTo(401);
                }
                postgreSql.startAgain();
                assertThat(Phones.register(asterisk, "in_rows", PASSWORD)).isEqualTo(200);

                // An Asterisk that starts while the database is down has its files, and finds the rows later.
                postgreSql.crash();
                process.end(Signal.KILL);
                process.start();
                assertThat(Waiting.until(SOON, () -> Callers.register(asterisk, "in_file", PASSWORD) == 200))
                        .isTrue();
                assertThat(Phones.register(asterisk, "in_rows", PASSWORD)).isEqualTo(401);
                postgreSql.startAgain();
                assertThat(Phones.register(asterisk, "in_rows", PASSWORD)).isEqualTo(200);
                assertThat(Phones.register(asterisk, "in_file", PASSWORD)).isEqualTo(200);
            }
        }
    }

    private static String inFile() {
        return "[in_file]\ntype=endpoint\nauth=in_file\naors=in_file\n"
                + "[in_file]\ntype=auth\nauth_type=userpass\nusername=in_file\npassword=" + PASSWORD + "\n"
                + "[in_file]\ntype=aor\nmax_contacts=1\nremove_existing=yes\n";
    }
}
