package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.jdbc.TinkKeysets;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that can't start says what to do. */
class FailureAnalysisTest {

    @TempDir
    Path directory;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        SslAutoConfiguration.class,
        SipwrightJdbcAutoConfiguration.class,
        SipwrightAutoConfiguration.class
    })
    static class App {}

    @Configuration(proxyBeanMethods = false)
    static class UsesSipwright {
        @Bean
        String user(Sipwright sipwright) {
            return sipwright.toString();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDataSources {
        @Bean
        DataSource first() {
            return new JdbcDataSource();
        }

        @Bean
        DataSource second() {
            return new JdbcDataSource();
        }
    }

    @BeforeEach
    void forget() {
        RecordedAnalysis.LAST.set(null);
    }

    private FailureAnalysis failure(String... properties) {
        return failure(new Class<?>[] {App.class}, properties);
    }

    private FailureAnalysis failure(Class<?>[] sources, String... properties) {
        assertThatThrownBy(() -> start(sources, properties).close()).isNotNull();
        return Objects.requireNonNull(RecordedAnalysis.LAST.get(), "there was no analysis");
    }

    private ConfigurableApplicationContext start(Class<?>[] sources, String... properties) {
        return new SpringApplicationBuilder(sources)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.main.banner-mode=off", "sipwright.config-directory=" + directory)
                .properties(properties)
                .run();
    }

    private String file(String options) {
        return "spring.datasource.url=jdbc:h2:file:" + directory.resolve("db") + options;
    }

    @Test
    void a_database_that_stays_and_no_keyset() {
        FailureAnalysis analysis = failure(file(""), "sipwright.jdbc.initialize-schema=always");

        assertThat(analysis.getDescription()).contains("no keyset");
        assertThat(analysis.getAction())
                .contains("sipwright.secrets.keyset-location=file:", "sipwright.secrets.create-keyset=true")
                .contains("sipwright.secrets.keyset ", "sipwright.secrets.plain-text=true");
    }

    @Test
    void a_keyset_location_that_is_not_there() {
        FailureAnalysis analysis =
                failure(file(""), "sipwright.secrets.keyset-location=file:" + directory + "/keyset.json");

        assertThat(analysis.getDescription()).contains("can't be read", "keyset.json");
        assertThat(analysis.getAction()).contains("sipwright.secrets.create-keyset=true");
    }

    @Test
    void a_path_without_a_scheme_is_looked_for_in_the_class_path_and_the_analysis_says_how_to_write_it() {
        FailureAnalysis analysis = failure(
                file(""),
                "sipwright.secrets.keyset-location=" + directory + "/keyset.json",
                "sipwright.secrets.create-keyset=true");

        assertThat(analysis.getDescription()).contains("can't be read", "class path");
        assertThat(analysis.getAction()).contains("begins with 'file:'");
    }

    @Test
    void a_text_that_is_no_keyset() {
        FailureAnalysis analysis = failure("sipwright.secrets.keyset={}");

        assertThat(analysis.getDescription()).contains("keyset can't be used");
        assertThat(analysis.getAction()).contains("sipwright.secrets.keyset");
    }

    @Test
    void another_keyset_than_that_of_the_database() {
        String[] first = {
            file(""), "sipwright.jdbc.initialize-schema=always", "sipwright.secrets.keyset=" + TinkKeysets.create()
        };
        start(new Class<?>[] {App.class}, first).close();

        FailureAnalysis analysis = failure(file(""), "sipwright.secrets.keyset=" + TinkKeysets.create());

        assertThat(analysis.getDescription()).contains("can't be opened", "Nothing was changed");
        assertThat(analysis.getAction()).contains("was sealed with", "sipwright.secrets.keyset-location");
    }

    @Test
    void plain_text_on_a_sealed_database() {
        start(new Class<?>[] {App.class}, file(""), "sipwright.jdbc.initialize-schema=always", keyset())
                .close();

        FailureAnalysis analysis = failure(file(""), "sipwright.secrets.plain-text=true");

        assertThat(analysis.getDescription()).contains("is sealed, and plain text was chosen");
    }

    @Test
    void tables_that_are_missing() {
        FailureAnalysis analysis = failure(file(""), keyset());

        assertThat(analysis.getDescription()).contains("tables are not as they should be");
        assertThat(analysis.getAction())
                .contains("sipwright.jdbc.initialize-schema=always", "io/sipwright/jdbc/schema");
    }

    @Test
    void a_database_that_no_one_answers_for() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        FailureAnalysis analysis = failure(
                "spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + closed + "/db",
                "spring.datasource.hikari.connection-timeout=250",
                "sipwright.jdbc.initialize-schema=never",
                keyset());

        assertThat(analysis.getDescription()).contains("can't be reached");
        assertThat(analysis.getAction()).contains("spring.datasource.url");
    }

    @Test
    void a_database_that_can_only_be_read() {
        start(new Class<?>[] {App.class}, "sipwright.enabled=false", file("")).close();
        try (var other = start(
                new Class<?>[] {App.class},
                file(""),
                "sipwright.secrets.plain-text=true",
                "sipwright.jdbc.initialize-schema=always")) {
            assertThat(other.isRunning()).isTrue();
        }
        FailureAnalysis analysis = failure(
                file("ro;ACCESS_MODE_DATA=r").replace("dbro", "db"),
                "sipwright.jdbc.initialize-schema=always",
                "sipwright.jdbc.table-prefix=other_",
                keyset());

        assertThat(analysis.getDescription()).contains("read-only");
        assertThat(analysis.getAction()).contains("can be written");
    }

    @Test
    void an_account_that_may_not_make_tables() throws Exception {
        JdbcDataSource admin = new JdbcDataSource();
        admin.setURL("jdbc:h2:mem:refusing;DB_CLOSE_DELAY=-1");
        admin.setUser("sa");
        try (var connection = admin.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE USER poor PASSWORD 'poor'");
        }
        FailureAnalysis analysis = failure(
                "spring.datasource.url=jdbc:h2:mem:refusing",
                "spring.datasource.username=poor",
                "spring.datasource.password=poor");

        assertThat(analysis.getDescription()).contains("refused");
        assertThat(analysis.getAction()).contains("sipwright.jdbc.initialize-schema=never");
    }

    @Test
    void a_template_that_can_not_be_used() throws Exception {
        Path templates = Files.createDirectory(directory.resolve("templates"));
        Files.writeString(templates.resolve("ours.json"), "{\"id\": \"ours\", \"kind\": \"nothing\"}");
        Files.writeString(templates.resolve("spoilt.json"), "{\n  \"id\": ");

        FailureAnalysis analysis = failure("sipwright.templates=" + templates);

        assertThat(analysis.getDescription()).contains("ours.json", "kind", "spoilt.json", "line 2");
        assertThat(analysis.getAction()).contains("sipwright.templates");
    }

    @Test
    void a_directory_of_templates_that_is_not_there() {
        FailureAnalysis analysis = failure("sipwright.templates=" + directory + "/nowhere");

        assertThat(analysis.getDescription()).contains("sipwright.templates", "nowhere");
    }

    @Test
    void a_mode_for_everyone() {
        FailureAnalysis analysis = failure("sipwright.files.mode=rw-r--r--");

        assertThat(analysis.getDescription()).contains("sipwright.files.mode", "hold passwords");
        assertThat(analysis.getAction()).contains("rw-r-----");
    }

    @Test
    void a_mode_in_octal() {
        FailureAnalysis analysis = failure("sipwright.files.mode=0640");

        assertThat(analysis.getDescription()).contains("sipwright.files.mode");
        assertThat(analysis.getAction()).contains("as ls does");
    }

    @Test
    void an_asterisk_that_is_not_rendered_for() {
        FailureAnalysis analysis = failure("sipwright.asterisk-version=1.8");

        assertThat(analysis.getDescription()).contains("sipwright.asterisk-version", "1.8");
        assertThat(analysis.getAction()).contains("16", "22");
    }

    @Test
    void a_manager_account_without_a_password() {
        FailureAnalysis analysis = failure("sipwright.ami.username=sipwright");

        assertThat(analysis.getDescription()).contains("sipwright.ami.password");
        assertThat(analysis.getAction()).contains("sipwright.ami.username");
    }

    @Test
    void a_node_without_a_password_is_named() {
        FailureAnalysis analysis = failure("sipwright.nodes.east.ami.username=sipwright");

        assertThat(analysis.getDescription()).contains("sipwright.nodes.east.ami.password");
    }

    @Test
    void a_node_of_a_name_that_is_none() {
        FailureAnalysis analysis = failure("sipwright.nodes[a b].config-directory=" + directory);

        assertThat(analysis.getDescription()).contains("sipwright.nodes.a b", "letters");
    }

    @Test
    void a_port_that_is_none() {
        FailureAnalysis analysis =
                failure("sipwright.ami.username=a", "sipwright.ami.password=b", "sipwright.ami.port=0");

        assertThat(analysis.getDescription()).contains("sipwright.ami", "65535");
    }

    @Test
    void a_lease_that_is_none() {
        FailureAnalysis analysis = failure("sipwright.apply.lease=0s");

        assertThat(analysis.getDescription()).contains("sipwright.apply", "lease");
    }

    @Test
    void a_grace_of_registrations_that_is_none() {
        FailureAnalysis analysis = failure("sipwright.apply.registration-grace=-1s");

        assertThat(analysis.getDescription()).contains("sipwright.apply", "grace of registrations");
    }

    @Test
    void an_ssl_bundle_that_is_not_there() {
        FailureAnalysis analysis =
                failure("sipwright.ami.username=a", "sipwright.ami.password=b", "sipwright.ami.ssl.bundle=asterisk");

        assertThat(analysis.getDescription()).contains("sipwright.ami.ssl.bundle", "'asterisk'");
        assertThat(analysis.getAction()).contains("spring.ssl.bundle.pem.asterisk");
    }

    @Test
    void two_data_sources_of_which_none_is_meant() {
        FailureAnalysis analysis = failure(new Class<?>[] {App.class, TwoDataSources.class, UsesSipwright.class});

        assertThat(analysis.getDescription()).contains("first, second");
        assertThat(analysis.getAction()).contains("@SipwrightDataSource", "@Primary");
    }

    @Test
    void a_sipwright_that_is_switched_off_and_used() {
        FailureAnalysis analysis = failure(new Class<?>[] {App.class, UsesSipwright.class}, "sipwright.enabled=false");

        assertThat(analysis.getDescription()).contains("sipwright.enabled is false");
    }

    @Test
    void no_data_source_at_all() {
        FailureAnalysis analysis =
                failure(new Class<?>[] {OnlyOurs.class, UsesSipwright.class}, "spring.main.lazy-initialization=false");

        assertThat(analysis.getDescription()).contains("no data source");
        assertThat(analysis.getAction()).contains("spring.datasource.url", "ProvisioningStore");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({SipwrightJdbcAutoConfiguration.class, SipwrightAutoConfiguration.class})
    static class OnlyOurs {}

    private static String keyset() {
        return "sipwright.secrets.keyset=" + TinkKeysets.create();
    }
}
