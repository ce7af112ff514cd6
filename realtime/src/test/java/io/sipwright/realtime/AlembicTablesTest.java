package io.sipwright.realtime;

import static io.sipwright.realtime.Sections.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sipwright.pjsip.Section;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables of Asterisk's own migrations, which say less than a file. */
class AlembicTablesTest {

    private TestDatabase database;
    private Writer writer;

    @BeforeEach
    void prepare() {
        database = PostgreSqlServer.newDatabase().runResource("alembic.sql");
        RealtimeSchema.of(database.dataSource()).run();
        writer = new Writer(database);
    }

    private List<String> problems(Section... sections) {
        return writer.rows.problems(List.of(sections)).stream()
                .map(RowProblem::toString)
                .toList();
    }

    @Test
    void words_are_put_as_the_columns_have_them() {
        writer.write(
                1,
                new ObjectRows(
                        "a",
                        List.of(
                                section(
                                        "a",
                                        "auth",
                                        "auth_type",
                                        "digest",
                                        "username",
                                        "a",
                                        "password",
                                        "p",
                                        "@rev",
                                        "1"),
                                section("a", "aor", "remove_existing", "on", "qualify_timeout", "3.50"),
                                section("a", "endpoint", "dtls_fingerprint", "sha-1", "send_pai", "TRUE"))));
        assertThat(database.column("SELECT auth_type FROM ps_auths")).containsExactly("userpass");
        assertThat(database.column("SELECT remove_existing FROM ps_aors")).containsExactly("yes");
        assertThat(database.column("SELECT qualify_timeout FROM ps_aors")).containsExactly("3.5");
        assertThat(database.column("SELECT dtls_fingerprint FROM ps_endpoints")).containsExactly("SHA-1");
        assertThat(database.column("SELECT send_pai FROM ps_endpoints")).containsExactly("yes");
        assertThat(writer.drifted()).isEmpty();
    }

    @Test
    void all_that_columns_do_not_take_is_told_at_once() {
        assertThat(problems(
                        section("i", "identify", "endpoint", "e", "match", "192.0.2.1,".repeat(8) + "192.0.2.2"),
                        section("a", "auth", "auth_type", "userpass", "password", ";".repeat(27)),
                        section("e", "endpoint", "@number_format", "e164", "rtp_timeout", "4000000000"),
                        section("f", "endpoint", "@number_format", "e164", "media_encryption", "zrtp"),
                        section("g", "endpoint", "suppress_q850_reason_headers", "no")))
                .containsExactly(
                        "ps_auths [a] password: does not fit its column: expected at most 80 characters, with ^3B for"
                                + " each ';' and ^5E for each '^'",
                        "ps_endpoint_id_ips [i] match: does not fit its column: expected at most 80 characters, with"
                                + " ^3B for each ';' and ^5E for each '^'",
                        "ps_endpoints @number_format: the table has no such column",
                        "ps_endpoints [e] rtp_timeout: does not fit its column: expected a whole number up to"
                                + " 2147483647, without zeros before it",
                        "ps_endpoints [f] media_encryption: does not fit its column: expected one of no, sdes, dtls");
    }

    @Test
    void a_column_that_is_missing_matters_only_where_it_says_something() {
        database.run("ALTER TABLE ps_endpoints DROP COLUMN ice_support");
        Writer later = new Writer(database);
        assertThat(later.rows.problems(List.of(section("e", "endpoint", "ice_support", "no"))))
                .isEmpty();
        assertThat(later.rows.problems(List.of(section("e", "endpoint", "ice_support", "yes"))))
                .extracting(RowProblem::toString)
                .containsExactly("ps_endpoints ice_support: the table has no such column");
    }

    @Test
    void defaults_of_a_table_do_not_show() {
        database.run("ALTER TABLE ps_aors ALTER COLUMN max_contacts SET DEFAULT 5");
        Writer later = new Writer(database);
        later.write(1, new ObjectRows("a", List.of(section("a", "aor"))));
        assertThat(database.column("SELECT max_contacts FROM ps_aors")).containsExactly((String) null);
        assertThat(later.drifted()).isEmpty();
    }

    @Test
    void a_rule_of_the_table_is_told_without_values() {
        database.run("ALTER TABLE ps_auths ADD CONSTRAINT long_enough CHECK (length(password) > 5)");
        assertThatThrownBy(() -> writer.write(1, Sections.user("alice", "tiny")))
                .asInstanceOf(type(RealtimeException.class))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("tiny"))
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("tiny"))
                .extracting(RealtimeException::reason)
                .isEqualTo(RealtimeException.Reason.REFUSED);
        assertThat(writer.rows()).isEmpty();
    }
}
