package io.sipwright.spring;

import io.sipwright.Sipwright;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contexts of hosts. */
final class Contexts {

    static final Class<?>[] OURS = {
        SipwrightAriAutoConfiguration.class,
        SipwrightAutoConfiguration.class,
        SipwrightJdbcAutoConfiguration.class,
        SipwrightRealtimeAutoConfiguration.class,
        SipwrightSecurityAutoConfiguration.class
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

    /** A host whose store and rows are in one database of PostgreSQL. */
    static ApplicationContextRunner rows(Path directory, String database) {
        return embedded(directory)
                .withPropertyValues(PostgreSqlServer.dataSource(database))
                .withPropertyValues(
                        "sipwright.secrets.plain-text=true",
                        "sipwright.jdbc.initialize-schema=always",
                        "sipwright.realtime.enabled=true",
                        "sipwright.realtime.initialize-schema=always");
    }

    /** After the first round it is known what the rows hold, and changes write theirs themselves. */
    static Sipwright begun(BeanFactory context) {
        Sipwright sipwright = context.getBean(Sipwright.class);
        sipwright.users().create(user("first")).awaitApplied(Duration.ofSeconds(20));
        return sipwright;
    }

    /** Ids of rows that are committed. */
    static List<String> rowsIn(DataSource dataSource, String table) {
        return new JdbcTemplate(dataSource).queryForList("SELECT id FROM " + table + " ORDER BY id", String.class);
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
