package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.StoreView;
import io.sipwright.template.TemplateCatalog;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that can't be adopted as they are: named, and mended by the statement that the report has for them. */
class AdoptionFindingsTest {

    private static void insertUser(DataSource dataSource, String column, @Nullable Object value) {
        Map<String, @Nullable Object> row = SpecificationRows.user(1);
        row.put(column, value);
        Sql.insert(dataSource, "sip_users", List.of(row));
    }

    private static void insertTrunk(DataSource dataSource, String column, @Nullable Object value) {
        Map<String, @Nullable Object> row = SpecificationRows.trunk(1);
        row.put(column, value);
        Sql.insert(dataSource, "sip_trunks", List.of(row));
    }

    /** Reported before and after the tables are upgraded; nothing is changed until the remedy has run. */
    private static AdoptionFinding refused(DataSource dataSource, String subject) {
        AdoptionFinding finding = Remedy.finding(Remedy.adoption(dataSource).plan(), subject);
        assertThat(finding.blocks()).isTrue();
        SchemaInitializer.of(dataSource).run();
        List<String> before = Sql.dump(dataSource);
        assertThatThrownBy(() -> Remedy.adoption(dataSource).run())
                .isInstanceOfSatisfying(
                        AdoptionException.class,
                        e -> assertThat(e.report().findings()).contains(finding))
                .hasMessageContaining(finding.remedy());
        assertThat(Sql.dump(dataSource)).isEqualTo(before);
        return finding;
    }

    private static void assertAdoptedOnceMended(DataSource dataSource, AdoptionFinding finding) {
        Remedy.run(dataSource, finding);
        AdoptionReport report = Remedy.adoption(dataSource).run();
        assertThat(report.isBlocked()).isFalse();
        assertThat(Remedy.store(dataSource).<Long>read(StoreView::generation)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownTemplateIsNamedWithTheNumberOfItsRows(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        insertUser(dataSource, "template_type", "O'Neil's user");
        Sql.insert(dataSource, "sip_users", SpecificationRows.users(2, 10));
        Sql.execute(dataSource, "UPDATE sip_users SET template_type = 'O''Neil''s user' WHERE is_active = FALSE");

        AdoptionFinding finding = refused(dataSource, "O'Neil's user");

        assertThat(finding.message()).contains("2 (").contains("user_1").contains("user_3");
        assertAdoptedOnceMended(dataSource, finding);
    }

    @Test
    void anUnknownTemplateMayBeAddedToTheCatalog() {
        DataSource dataSource = SpecificationDatabase.H2.specification();
        insertUser(dataSource, "template_type", "door_phone");
        refused(dataSource, "door_phone");

        Remedy.store(dataSource)
                .adoption(TemplateCatalog.builder()
                        .addJson("door_phone.json", """
                                {"id": "door_phone", "kind": "user", "extends": "sip-user", "version": 3,
                                 "displayName": "Door", "description": "A door.",
                                 "provenance": {"checked": "2026-11-22", "evidence": "documented", "sources": []}}
                                """)
                        .build())
                .run();

        assertThat(Remedy.store(dataSource)
                        .<Integer>read(view ->
                                view.users().find("user_1").orElseThrow().templateVersion()))
                .isEqualTo(3);
    }

    @Test
    void anUnknownProviderIsMendedToTheOneThatIsSpelledAlike() {
        DataSource dataSource = SpecificationDatabase.H2.specification();
        insertTrunk(dataSource, "provider", "telnix");

        AdoptionFinding finding = refused(dataSource, "telnix");

        assertThat(finding.remedy()).contains("SET provider = 'telnyx'");
        assertAdoptedOnceMended(dataSource, finding);
    }

    @ParameterizedTest
    @EnumSource
    void aRowWithoutATemplateIsSaidAndMended(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        insertUser(dataSource, "template_type", null);

        assertAdoptedOnceMended(dataSource, refused(dataSource, "(none)"));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"}) // MariaDB lets no such names in
    void namesThatDifferInTheirCaseOnlyClash(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        insertUser(dataSource, "username", "alice");
        insertUser(dataSource, "username", "ALICE");

        assertAdoptedOnceMended(dataSource, refused(dataSource, "alice"));
    }

    @ParameterizedTest
    @EnumSource
    void aTrunkAndAUserOfOneNameClash(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        insertTrunk(dataSource, "trunk_name", "Alice");
        insertUser(dataSource, "username", "alice");

        assertAdoptedOnceMended(dataSource, refused(dataSource, "alice"));
    }

    @Test
    void namesThatOnlyTheCollationOfTheDatabaseTakesForEqualDoNotClash() {
        DataSource dataSource = SpecificationDatabase.MARIADB.specification();
        insertTrunk(dataSource, "trunk_name", "jose");
        Sql.execute(dataSource, "UPDATE sip_trunks SET is_active = FALSE");
        insertUser(dataSource, "username", "josé");
        Sql.execute(dataSource, "UPDATE sip_users SET is_active = FALSE");
        SchemaInitializer.of(dataSource).run();

        assertThat(Remedy.adoption(dataSource).run().users()).isEqualTo(1);
        assertThat(Remedy.store(dataSource)
                        .<Boolean>read(view -> view.users().find("josé").isPresent()
                                && view.users().find("jose").isEmpty()
                                && view.trunks().find("jose").isPresent()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"H2,'from\ninternal'", "POSTGRESQL,'from\ninternal'", "MARIADB,'from\ninternal'", "H2,'from[0]\u0007'"})
    void aRowThatCannotBeRenderedIsReportedAndMayBePutAside(SpecificationDatabase database, String context) {
        DataSource dataSource = database.specification();
        insertUser(dataSource, "context", context);

        assertPutAside(dataSource, "user_1");
    }

    @ParameterizedTest
    @CsvSource({"H2,br]acket", "H2,'new\nline'", "POSTGRESQL,it's;]--", "MARIADB,it's;]\\--"})
    void aNameThatCannotBeRenderedIsReportedAndMayBePutAside(SpecificationDatabase database, String name) {
        DataSource dataSource = database.specification();
        insertUser(dataSource, "username", name);

        assertPutAside(dataSource, name);
    }

    private static void assertPutAside(DataSource dataSource, String name) {
        assertAdoptedOnceMended(dataSource, refused(dataSource, name));
        assertThat(Remedy.store(dataSource)
                        .<Boolean>read(view ->
                                view.users().find(name).orElseThrow().spec().active()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatNoRequestMayHoldIsToldAndAdopted(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        insertUser(dataSource, "username", "two words;--");
        insertUser(dataSource, "extension", "");
        SchemaInitializer.of(dataSource).run();

        AdoptionReport report = Remedy.adoption(dataSource).run();

        assertThat(report.isBlocked()).isFalse();
        assertThat(Remedy.finding(report, "name").message()).contains(": 1 (two words;--)");
        assertThat(Remedy.finding(report, "extension").message()).contains(": 1 (user_1)");
        assertThat(report.toString()).doesNotContain(SpecificationRows.CANARY);
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatAsteriskWouldCutIsReported(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        String name = "n".repeat(100);
        insertUser(dataSource, "username", name);

        assertAdoptedOnceMended(dataSource, refused(dataSource, name));
    }
}
