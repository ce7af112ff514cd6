package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A data source is all it takes. */
class StarterTest {

    @TempDir
    Path directory;

    @Test
    void a_data_source_gives_a_sipwright_that_works() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        SipwrightJdbcAutoConfiguration.class,
                        SipwrightSecurityAutoConfiguration.class,
                        SipwrightAutoConfiguration.class))
                .withPropertyValues("sipwright.config-directory=" + directory)
                .run(context -> {
                    Sipwright sipwright = context.getBean(Sipwright.class);
                    SipUserSpec john = SipUserSpec.builder("john_doe", "basic_user")
                            .extension("1001")
                            .secret("correct-horse-battery")
                            .context("default")
                            .build();

                    sipwright.users().create(john).awaitApplied(Duration.ofSeconds(10));

                    assertThat(Files.readString(directory.resolve("pjsip_users.conf")))
                            .contains("[john_doe]");
                });
    }
}
