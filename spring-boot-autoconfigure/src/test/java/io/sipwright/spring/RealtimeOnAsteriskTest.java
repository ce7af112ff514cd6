package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.realtime.RealtimeConfiguration;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.SipPhone;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real Asterisk reads the rows that a host has written with its transaction. */
@Timeout(180)
class RealtimeOnAsteriskTest {

    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    Path directory;

    private final String database = PostgreSqlServer.newDatabase();

    private AsteriskServer start(AsteriskInstallation installation) {
        RealtimeConfiguration configuration = RealtimeConfiguration.postgreSql(
                        "127.0.0.1", PostgreSqlServer.port(), database, "postgres", Secret.of("postgres"))
                .build();
        AsteriskServer.Builder builder = AsteriskServer.builder(installation);
        configuration.files().forEach(file -> builder.file(file.name(), file.text()));
        configuration.moduleNames().forEach(builder::module);
        return builder.start();
    }

    private static int register(AsteriskServer asterisk, String user) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(PASSWORD)
                .build()) {
            return phone.register().status();
        }
    }

    @AsteriskTest(versions = 22)
    void a_phone_can_register_as_soon_as_the_transaction_has_committed(AsteriskInstallation installation) {
        Contexts.rows(directory, database).run(context -> assertThat(context).hasNotFailed()); // makes the tables
        try (AsteriskServer asterisk = start(installation)) {
            Contexts.rows(directory, database)
                    .withConfiguration(AutoConfigurations.of(SipwrightDoctorAutoConfiguration.class))
                    .withUserConfiguration(TransactionsTest.Service.class)
                    .withPropertyValues(
                            "sipwright.realtime.initialize-schema=never",
                            "sipwright.apply.first-retry=100ms",
                            "sipwright.ami.host=" + asterisk.host(),
                            "sipwright.ami.port=" + asterisk.amiPort(),
                            "sipwright.ami.username=" + asterisk.amiUser(),
                            "sipwright.ami.password=" + asterisk.amiSecret())
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        Sipwright sipwright = Contexts.begun(context);
                        TransactionsTest.Service service = context.getBean(TransactionsTest.Service.class);

                        service.run(() -> {
                            sipwright.users().create(Contexts.user("john_doe"));
                            assertThat(register(asterisk, "john_doe")).isNotEqualTo(200);
                        });

                        assertThat(register(asterisk, "john_doe")).isEqualTo(200); // nothing was waited for
                        Provisioned<?> other = sipwright.users().create(Contexts.user("jane_doe"));
                        assertThat(other.awaitApplied(Duration.ofSeconds(30)).isVerified())
                                .isTrue();
                        assertThat(sipwright.contacts("john_doe"))
                                .singleElement()
                                .satisfies(seen -> assertThat(seen.toString()).contains("john_doe"));
                        assertThat(context.getBean(SipwrightDoctor.class).examine("default"))
                                .hasValueSatisfying(found -> assertThat(found)
                                        .noneMatch(finding -> finding.severity() == SipwrightDoctor.Severity.ERROR)
                                        .noneMatch(finding -> finding.code().equals("not-examined")));

                        new JdbcTemplate(context.getBean(DataSource.class))
                                .execute("ALTER TABLE ps_registrations RENAME TO hidden");
                        assertThat(context.getBean(SipwrightDoctor.class).examine("default"))
                                .hasValueSatisfying(found -> assertThat(found)
                                        .anyMatch(finding -> finding.code().equals("table-missing")
                                                && finding.problem().contains("ps_registrations")));
                    });
        }
    }
}
