package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What hosts have done to the tables over the years: it does no harm, or there is a statement that mends it. */
class AdoptionInTheWildTest {

    private static DataSource wild(SpecificationDatabase database, String... changes) {
        DataSource dataSource = database.specification();
        Sql.execute(dataSource, changes);
        SpecificationRows.insert(dataSource, 30, 10);
        return dataSource;
    }

    private static void adopt(DataSource dataSource) {
        SchemaInitializer.of(dataSource).run();
        AdoptionReport report = Remedy.adoption(dataSource).run();
        assertThat(report.users()).isEqualTo(30);
        assertThat(Remedy.adoption(dataSource).plan().isBlocked()).isFalse();
        assertThat(Sql.dump(dataSource)).noneMatch(text -> text.contains(SpecificationRows.CANARY));
        writeLongValues(dataSource);
    }

    private static void writeLongValues(DataSource dataSource) {
        SipUserSpec spec = SipUserSpec.builder("later", "basic_user")
                .extension("1")
                .secret("a-long-secret-4711".repeat(5))
                .field("context", "c".repeat(79))
                .build();
        Remedy.store(dataSource).write(writing -> writing.users().insert(spec, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2|ADD CONSTRAINT four CHECK (template_type LIKE '%user')|four",
                "H2|ADD CHECK (template_type LIKE '%user')|CONSTRAINT_D",
                "POSTGRESQL|ADD CONSTRAINT \"The four\" CHECK (template_type IN (%s))|The four",
                "POSTGRESQL|ADD CHECK (template_type IN (%s))|sip_users_template_type_check",
                "POSTGRESQL|ADD COLUMN a INT CHECK (a > 1), ADD CHECK (template_type IN (%s))|sip_users_template_type_check",
                "MARIADB|ADD CONSTRAINT `The four` CHECK (template_type IN (%s))|The four",
                "MARIADB|MODIFY template_type VARCHAR(50) DEFAULT 'basic_user' CHECK (template_type IN (%s))|template_type",
            })
    void aCheckOfTheTemplateIsToldAndDroppedByItsRemedy(
            SpecificationDatabase database, String change, String constraint) {
        String four = "'basic_user', 'advanced_user', 'mobile_user', 'webrtc_user'";
        DataSource dataSource = wild(database, "ALTER TABLE sip_users " + change.replace("%s", four));
        String name = constraint.equals("CONSTRAINT_D")
                ? Remedy.adoption(dataSource).plan().findings().get(0).subject()
                : constraint;

        AdoptionFinding finding = Remedy.finding(Remedy.adoption(dataSource).plan(), name);

        assertThat(finding.blocks()).isFalse();
        assertThat(finding.message()).contains("lets no other templates in");
        adopt(dataSource);
        String door = "UPDATE sip_users SET template_type = 'door_phone' WHERE username = 'user_1'";
        assertThatThrownBy(() -> Sql.execute(dataSource, door)).isInstanceOf(IllegalStateException.class);
        Remedy.run(dataSource, finding);
        Sql.execute(dataSource, door);
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatRefusesCiphertextIsToldAndDroppedByItsRemedy(SpecificationDatabase database) {
        DataSource dataSource =
                wild(database, "ALTER TABLE sip_users ADD CONSTRAINT short_secret CHECK (CHAR_LENGTH(secret) <= 100)");
        AdoptionFinding finding = Remedy.finding(Remedy.adoption(dataSource).plan(), "short_secret");
        SchemaInitializer.of(dataSource).run();
        List<String> before = Sql.dump(dataSource);

        assertThatThrownBy(() -> Remedy.adoption(dataSource).run())
                .isInstanceOf(StoreException.class)
                .message()
                .containsIgnoringCase("short_secret");
        assertThat(Sql.dump(dataSource)).isEqualTo(before);
        Remedy.run(dataSource, finding);
        adopt(dataSource);
    }

    @ParameterizedTest
    @EnumSource
    void indexesColumnsAndReferencesOfTheHostStay(SpecificationDatabase database) {
        DataSource dataSource = wild(
                database,
                "CREATE INDEX by_extension ON sip_users (extension)",
                "CREATE UNIQUE INDEX by_both ON sip_users (username, extension)",
                "ALTER TABLE sip_users ADD COLUMN tenant VARCHAR(20) DEFAULT 'main' NOT NULL",
                "CREATE TABLE phones (id INTEGER PRIMARY KEY, owner INTEGER,"
                        + " FOREIGN KEY (owner) REFERENCES sip_users (id))");
        Sql.execute(dataSource, "INSERT INTO phones SELECT id, id FROM sip_users");

        adopt(dataSource);

        assertThat(Sql.count(dataSource, "sip_users WHERE tenant = 'main'")).isEqualTo(31);
        assertThat(Sql.count(dataSource, "phones p JOIN sip_users u ON u.id = p.owner"))
                .isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource
    void columnsThatAreWiderAlreadyStayAsTheyAre(SpecificationDatabase database) {
        String set = database == SpecificationDatabase.MARIADB ? "MODIFY " : "ALTER COLUMN ";
        String type = database == SpecificationDatabase.POSTGRESQL ? " TYPE " : " ";
        String text = database == SpecificationDatabase.H2 ? "VARCHAR(5000)" : "TEXT";
        DataSource dataSource = wild(
                database,
                "ALTER TABLE sip_users " + set + "secret" + type + text,
                "ALTER TABLE sip_users " + set + "context" + type + "VARCHAR(500)");
        Sql.execute(
                dataSource,
                "UPDATE sip_users SET is_active = FALSE, context = REPEAT('c', 400), secret = REPEAT('s', 2000)"
                        + " WHERE username = 'user_1'");

        adopt(dataSource);

        assertThat(Sql.dump(dataSource))
                .anyMatch(text1 -> text1.matches(
                        "(?i)sip_users.context varchar500.*|" + "sip_users.context CHARACTER VARYING500.*"));
        assertThat(Remedy.store(dataSource)
                        .<String>read(view -> view.users()
                                .find("user_1")
                                .orElseThrow()
                                .spec()
                                .fields()
                                .text("secret")
                                .orElseThrow()))
                .hasSize(2000);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatIsMissingIsBlockedAndAddedByItsRemedy(SpecificationDatabase database) {
        DataSource dataSource = wild(database);
        Sql.execute(dataSource, "ALTER TABLE sip_users DROP COLUMN voicemail");

        assertMended(dataSource, "voicemail", "The column is missing");
    }

    @ParameterizedTest
    @EnumSource
    void aColumnOfAnotherTypeIsBlockedAndChangedByItsRemedy(SpecificationDatabase database) {
        String change = database == SpecificationDatabase.POSTGRESQL
                ? "ALTER COLUMN call_limit TYPE VARCHAR(9)"
                : database == SpecificationDatabase.H2
                        ? "ALTER COLUMN call_limit VARCHAR(9)"
                        : "MODIFY call_limit VARCHAR(9)";
        DataSource dataSource = wild(database, "ALTER TABLE sip_users " + change);

        assertMended(dataSource, "call_limit", "is of type varchar|is of type character varying");
    }

    static void assertMended(DataSource dataSource, String column, String message) {
        AdoptionFinding finding = Remedy.finding(Remedy.adoption(dataSource).plan(), column);
        assertThat(finding.blocks()).isTrue();
        assertThat(finding.message()).containsPattern(message);
        Remedy.run(dataSource, finding);
        assertThat(Remedy.adoption(dataSource).plan().isBlocked()).isFalse();
        adopt(dataSource);
    }

    @ParameterizedTest
    @EnumSource
    void tablesWithAPrefixInAnotherSchemaAreFound(SpecificationDatabase database) {
        DataSource dataSource = database.empty();
        String schema = "elsewhere" + PostgreSqlServer.newPrefix() + "x";
        Sql.execute(
                dataSource,
                "CREATE SCHEMA " + schema
                        + (database == SpecificationDatabase.MARIADB ? " CHARACTER SET utf8mb4" : ""));
        Sql.execute(dataSource, database.ddl(schema + ".my_").toArray(String[]::new));
        Sql.execute(
                dataSource, "ALTER TABLE " + schema + ".my_sip_users ADD CONSTRAINT narrow CHECK (max_contacts < 100)");
        Sql.insert(dataSource, schema + ".my_sip_users", SpecificationRows.users(0, 30));
        JdbcStore store = JdbcStore.builder(dataSource, Remedy.cipher())
                .schema(schema)
                .tablePrefix("my_")
                .build();
        AdoptionReport report = store.adoption(TemplateCatalog.shipped()).plan();
        assertThat(report.users()).isEqualTo(30);

        SchemaInitializer.of(dataSource, schema, "my_").run();
        store.adoption(TemplateCatalog.shipped()).run();

        assertThat(store.<Long>read(StoreView::generation)).isEqualTo(1);
        Remedy.run(dataSource, Remedy.finding(report, "narrow"));
    }

    @Test
    void anExpressionIndexStays() {
        DataSource dataSource = wild(
                SpecificationDatabase.POSTGRESQL,
                "CREATE UNIQUE INDEX by_name ON sip_users (lower(username))",
                "CREATE INDEX by_context ON sip_users (lower(context)) WHERE is_active");

        adopt(dataSource);

        assertThat(Sql.count(
                        dataSource,
                        "pg_indexes WHERE schemaname = current_schema()"
                                + " AND indexname IN ('by_name', 'by_context')"))
                .isEqualTo(2);
    }
}
