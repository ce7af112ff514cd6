package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.StoreException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views over the tables, triggers on them, and columns that the database itself keeps. */
class AdoptionTriggersTest {

    private static DataSource wild(SpecificationDatabase database, String... changes) {
        DataSource dataSource = database.specification();
        SpecificationRows.insert(dataSource, 30, 10);
        Sql.execute(dataSource, changes);
        return dataSource;
    }

    private static List<Map<String, @Nullable String>> times(DataSource dataSource) {
        return Sql.rows(
                dataSource,
                "SELECT CAST(created_at AS DATE) AS made, CAST(updated_at AS DATE) AS changed FROM sip_users"
                        + " ORDER BY id");
    }

    private static void adopt(DataSource dataSource) {
        SchemaInitializer.of(dataSource).run();
        List<Map<String, @Nullable String>> before = times(dataSource);
        assertThat(Remedy.adoption(dataSource).run().users()).isEqualTo(30);
        assertThat(times(dataSource)).isEqualTo(before);
    }

    private static final String TOUCH = "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN NEW.updated_at = now(); RETURN NEW; END $$";

    @Test
    void aTriggerOfPostgreSqlIsToldAndDroppedByItsRemedy() {
        DataSource dataSource = wild(
                SpecificationDatabase.POSTGRESQL,
                TOUCH,
                "CREATE TRIGGER \"Touch it\" BEFORE UPDATE ON sip_users FOR EACH ROW EXECUTE FUNCTION touch()");
        AdoptionFinding finding = Remedy.finding(Remedy.adoption(dataSource).plan(), "Touch it");

        assertThat(finding.blocks()).isFalse();
        assertThat(finding.message()).contains("updated_at");
        Remedy.run(dataSource, finding);
        adopt(dataSource);
    }

    @Test
    void aTriggerOfMariaDbIsToldAndDroppedByItsRemedy() {
        DataSource dataSource = wild(
                SpecificationDatabase.MARIADB,
                "CREATE TRIGGER `Touch it` BEFORE UPDATE ON sip_users FOR EACH ROW"
                        + " SET NEW.updated_at = CURRENT_TIMESTAMP");

        Remedy.run(dataSource, Remedy.finding(Remedy.adoption(dataSource).plan(), "Touch it"));
        adopt(dataSource);
    }

    @Test
    void aTimeThatMariaDbSetsOnUpdateIsSetByTheStoreFromThenOn() {
        DataSource dataSource = wild(
                SpecificationDatabase.MARIADB,
                "ALTER TABLE sip_users MODIFY updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP"
                        + " ON UPDATE CURRENT_TIMESTAMP");

        adopt(dataSource);
    }

    @Test
    void theDefaultsOfMariaDbColumnsStayForWhoeverStillInsertsWithoutThem() {
        DataSource dataSource = wild(SpecificationDatabase.MARIADB);
        adopt(dataSource);

        Sql.execute(dataSource, "INSERT INTO sip_users (username, secret, extension) VALUES ('new', 's', '1')");

        assertThat(Sql.count(
                        dataSource,
                        "sip_users WHERE username = 'new' AND context = 'default'"
                                + " AND codecs = 'ulaw,alaw' AND transport = 'transport-udp'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEW", "MATERIALIZED VIEW"})
    void aViewOfPostgreSqlThatIsInTheWayIsReportedWithItsRemedy(String kind) {
        DataSource dataSource = wild(
                SpecificationDatabase.POSTGRESQL,
                "CREATE " + kind
                        + " \"Phone book\" AS SELECT username, secret, context FROM sip_users WHERE is_active");

        assertInTheWay(dataSource, "\"Phone book\"");
        assertThat(Sql.count(dataSource, "\"Phone book\"")).isPositive();
    }

    @Test
    void aTriggerOfPostgreSqlOnOneColumnIsReportedWithItsRemedy() {
        DataSource dataSource = wild(
                SpecificationDatabase.POSTGRESQL,
                TOUCH,
                "CREATE TRIGGER touch_it BEFORE UPDATE OF secret ON sip_users FOR EACH ROW"
                        + " WHEN (OLD.context IS NOT NULL) EXECUTE FUNCTION touch()");
        AdoptionReport report = Remedy.adoption(dataSource).plan();

        assertThat(report.findings()).anyMatch(finding -> finding.subject().equals("touch_it") && finding.blocks());
        assertThatThrownBy(() -> SchemaInitializer.of(dataSource).run()).isInstanceOf(StoreException.class);
        Remedy.run(dataSource, report.findings().get(0));
        adopt(dataSource);
    }

    private static void assertInTheWay(DataSource dataSource, String name) {
        assertThatThrownBy(() -> SchemaInitializer.of(dataSource).run())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ALTER TABLE sip_users ALTER COLUMN secret");
        AdoptionFinding finding = Remedy.finding(Remedy.adoption(dataSource).plan(), name);
        assertThat(finding.blocks()).isTrue();
        Remedy.run(dataSource, finding);
        adopt(dataSource);
        Sql.execute(dataSource, finding.remedy().replaceFirst("(?s).*after SchemaInitializer: ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "MARIADB"})
    void aViewOfTheOthersStays(SpecificationDatabase database) {
        DataSource dataSource =
                wild(database, "CREATE VIEW phone_book AS SELECT username, secret FROM sip_users WHERE is_active");

        adopt(dataSource);

        assertThat(Sql.count(dataSource, "phone_book WHERE secret LIKE 'sealed:%'"))
                .isPositive();
    }

    @Test
    void anEnumerationOfPostgreSqlIsChangedByItsRemedy() {
        DataSource dataSource = wild(
                SpecificationDatabase.POSTGRESQL,
                "CREATE TYPE kinds AS ENUM ('basic_user', 'advanced_user', 'mobile_user', 'webrtc_user')",
                "ALTER TABLE sip_users ALTER template_type DROP DEFAULT, ALTER template_type TYPE kinds"
                        + " USING template_type::kinds, ALTER template_type SET DEFAULT 'basic_user'");

        AdoptionInTheWildTest.assertMended(dataSource, "template_type", "is of type kinds");
    }

    @Test
    void timesWithAZoneOfPostgreSqlAreChangedByTheirRemedy() {
        DataSource dataSource = wild(
                SpecificationDatabase.POSTGRESQL,
                "ALTER TABLE sip_users ALTER updated_at TYPE TIMESTAMPTZ USING updated_at AT TIME ZONE 'UTC'");

        AdoptionInTheWildTest.assertMended(dataSource, "updated_at", "is of type timestamptz");

        assertThat(Sql.count(dataSource, "sip_users WHERE username = 'user_1' AND updated_at = '2026-01-19 10:30:01'"))
                .isEqualTo(1);
    }

    @Test
    void anEnumerationOfMariaDbIsChangedByItsRemedy() {
        DataSource dataSource = wild(
                SpecificationDatabase.MARIADB,
                "ALTER TABLE sip_users MODIFY template_type"
                        + " ENUM ('basic_user', 'advanced_user', 'mobile_user', 'webrtc_user') DEFAULT 'basic_user'");

        AdoptionFinding finding = Remedy.finding(Remedy.adoption(dataSource).plan(), "template_type");
        assertThat(finding.message()).contains("lets no other templates in");
        adopt(dataSource);
        Remedy.run(dataSource, finding);
        Sql.execute(dataSource, "UPDATE sip_users SET template_type = 'door_phone' WHERE username = 'user_1'");
    }
}
