package io.sipwright.spring;

import io.sipwright.Sipwright;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** Contexts of hosts. */
final class Contexts {

    static final Class<?>[] OURS = {
        SipwrightAutoConfiguration.class, SipwrightJdbcAutoConfiguration.class, SipwrightSecurityAutoConfiguration.class
    };

    private Contexts() {}

    /** A host without anything, not even a data source. */
    static ApplicationContextRunner bare(Path directory) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(OURS))
                .withPropertyValues("sipwright.config-directory=" + directory);
    }

    /** A host with an embedded database and transactions. */
    static ApplicationContextRunner embedded(Path directory) {
        return bare(directory)
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class));
    }

    static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret("correct-horse-battery")
                .context("default")
                .build();
    }

    static boolean has(Sipwright sipwright, String user) {
        return sipwright.users().find(user).isPresent();
    }
}
