package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** An application whose rows, overlay or order of nodes can't be says what to do. */
@Timeout(240)
class PublishingFailureTest {

    private static final String[] ACCOUNTS = {
        "sipwright.apply.auto-startup=false",
        "sipwright.ami.username=a",
        "sipwright.ami.password=b",
        "sipwright.ari.username=sipwright",
        "sipwright.ari.password=hunter22"
    };

    @TempDir
    Path directory;

    private FailureAnalysis failure(String... properties) {
        return FailedStart.with(directory, new String[0], properties);
    }

    private FailureAnalysis overlay(String... properties) {
        FailureAnalysis analysis = FailedStart.with(directory, ACCOUNTS, properties);
        assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("hunter22");
        return analysis;
    }

    /** With a database that Asterisk reads, and the tables of the store. */
    private FailureAnalysis rows(String... properties) {
        String[] database = PostgreSqlServer.dataSource(PostgreSqlServer.newDatabase());
        String[] more = Stream.concat(
                        Stream.of(database),
                        Stream.of(
                                "sipwright.apply.auto-startup=false",
                                "sipwright.secrets.plain-text=true",
                                "sipwright.jdbc.initialize-schema=always",
                                "sipwright.realtime.enabled=true"))
                .toArray(String[]::new);
        return FailedStart.with(directory, more, properties);
    }

    @Test
    void a_database_that_asterisk_does_not_read() {
        FailureAnalysis analysis = failure("sipwright.realtime.enabled=true");

        assertThat(analysis.getDescription())
                .contains("sipwright.realtime.enabled", "no rows from H2", "PostgreSQL and MariaDB");
        assertThat(analysis.getAction()).contains("@SipwrightRealtimeDataSource", "false");
    }

    @Test
    void tables_that_are_missing() {
        FailureAnalysis analysis = rows();

        assertThat(analysis.getDescription()).contains("sipwright.realtime", "tables are not as they should be");
        assertThat(analysis.getAction())
                .contains("sipwright.realtime.initialize-schema=always", "io/sipwright/realtime/schema");
    }

    @Test
    void an_account_that_may_not_make_tables() {
        FailureAnalysis analysis =
                rows("sipwright.realtime.initialize-schema=always", "sipwright.realtime.schema=pg_catalog");

        assertThat(analysis.getDescription()).contains("sipwright.realtime", "refused");
        assertThat(analysis.getAction()).contains("sipwright.realtime.initialize-schema=never");
    }

    @Test
    void a_schema_that_is_no_name() {
        FailureAnalysis analysis = rows("sipwright.realtime.schema=a b");

        assertThat(analysis.getDescription()).contains("A schema is named by letters");
        assertThat(analysis.getAction()).contains("sipwright.realtime.schema");
    }

    @Test
    void a_node_by_rows_where_there_are_none() {
        FailureAnalysis analysis = failure("sipwright.nodes.east.publish-by=rows");

        assertThat(analysis.getDescription())
                .contains("sipwright.nodes.east.publish-by", "sipwright.realtime.enabled is false");
        assertThat(analysis.getAction()).contains("sipwright.realtime.enabled=true", "sipwright-realtime");
    }

    @Test
    void a_node_by_something_else() {
        FailureAnalysis analysis = failure("sipwright.nodes.east.publish-by=pigeons");

        assertThat(analysis.getDescription()).contains("pigeons");
        assertThat(analysis.getAction()).contains("FILES", "ROWS");
    }

    @Test
    void a_canary_that_there_is_not() {
        FailureAnalysis analysis = failure(
                "sipwright.apply.canary=south",
                "sipwright.nodes.east.config-directory=" + directory,
                "sipwright.nodes.west.config-directory=" + directory);

        assertThat(analysis.getDescription()).contains("sipwright.apply.canary", "no node south");
        assertThat(analysis.getAction()).contains("[east, west]");
    }

    @Test
    void a_canary_that_shares_its_rows() {
        FailureAnalysis analysis = rows(
                "sipwright.realtime.initialize-schema=always",
                "sipwright.apply.canary=east",
                "sipwright.nodes.east.ami.host=10.0.0.1",
                "sipwright.nodes.west.ami.host=10.0.0.2");

        assertThat(analysis.getDescription()).contains("sipwright.apply.canary", "east and west", "share");
        assertThat(analysis.getAction()).contains("has files");
    }

    @Test
    void an_overlay_without_a_password() {
        FailureAnalysis analysis = overlay("sipwright.ari.password=");

        assertThat(analysis.getDescription()).contains("sipwright.ari.password", "'sipwright'");
        assertThat(analysis.getAction()).contains("sipwright.ari.username", "no overlay");
    }

    @Test
    void an_overlay_of_a_node_without_a_manager_account() {
        FailureAnalysis analysis = overlay("sipwright.nodes.east.ami.username=");

        assertThat(analysis.getDescription()).contains("sipwright.nodes.east.ami.username");
        assertThat(analysis.getAction()).contains("sipwright.nodes.east.ari.username");
    }

    @Test
    void an_address_that_is_none() {
        FailureAnalysis analysis = overlay("sipwright.ari.url=http://sipwright:hunter22@127.0.0.1:8088");

        assertThat(analysis.getDescription()).contains("sipwright.ari", "like http://127.0.0.1:8088");
    }

    @Test
    void a_number_that_is_none() {
        FailureAnalysis analysis = overlay("sipwright.nodes.east.ari.most=0");

        assertThat(analysis.getDescription()).contains("sipwright.nodes.east.ari", "most must be at least 1");
        assertThat(analysis.getAction()).contains("sipwright.ari.");
    }

    @Test
    void a_bundle_without_encryption() {
        FailureAnalysis analysis = overlay("sipwright.ari.ssl.bundle=asterisk");

        assertThat(analysis.getDescription()).contains("sipwright.ari.ssl.bundle", "not https");
    }

    @Test
    void a_bundle_that_is_not_there() {
        FailureAnalysis analysis =
                overlay("sipwright.ari.url=https://127.0.0.1:8089", "sipwright.ari.ssl.bundle=asterisk");

        assertThat(analysis.getDescription()).contains("sipwright.ari.ssl.bundle", "'asterisk'");
        assertThat(analysis.getAction()).contains("spring.ssl.bundle.pem.asterisk");
    }

    @Test
    void an_overlay_where_there_are_only_rows() {
        FailureAnalysis analysis =
                rows(Stream.concat(Stream.of(ACCOUNTS), Stream.of("sipwright.realtime.initialize-schema=always"))
                        .toArray(String[]::new));

        assertThat(analysis.getDescription()).contains("sipwright.ari:", "only rows");
        assertThat(analysis.getAction()).contains("begins with sipwright.ari", "sipwright.realtime.enabled=false");
    }

    @Test
    void an_overlay_of_a_node_with_rows() {
        FailureAnalysis analysis = overlay(
                "sipwright.nodes.east.publish-by=rows",
                "sipwright.nodes.east.ari.url=http://127.0.0.1:8001",
                "sipwright.nodes.west.publish-by=files");

        assertThat(analysis.getDescription()).contains("sipwright.nodes.east.ari:", "only rows");
        assertThat(analysis.getAction()).contains("sipwright.nodes.east.publish-by=files");
    }
}
