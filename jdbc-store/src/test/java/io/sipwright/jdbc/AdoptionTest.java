package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.Change;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import io.sipwright.store.StoreView;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of the specification is taken over, whole. */
class AdoptionTest {

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    private static int users(SpecificationDatabase database) {
        return database == SpecificationDatabase.POSTGRESQL ? 1100 : 100;
    }

    private static int trunks(SpecificationDatabase database) {
        return database == SpecificationDatabase.POSTGRESQL ? 60 : 30;
    }

    private static DataSource filled(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        SpecificationRows.insert(dataSource, users(database), trunks(database));
        return dataSource;
    }

    private static JdbcStore store(DataSource dataSource) {
        return JdbcStore.builder(dataSource, CIPHER).build();
    }

    private static Adoption adoption(DataSource dataSource) {
        return store(dataSource).adoption(TemplateCatalog.shipped());
    }

    private static JdbcStore adopted(DataSource dataSource) {
        SchemaInitializer.of(dataSource).run();
        adoption(dataSource).run();
        return store(dataSource);
    }

    @ParameterizedTest
    @EnumSource
    void aPlanOfTheBareTablesChangesNothing(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        List<String> before = Sql.dump(dataSource);

        AdoptionReport report = adoption(dataSource).plan();

        assertThat(report.isBlocked()).as(report.toString()).isFalse();
        assertThat(report.users()).isEqualTo(users(database));
        assertThat(report.trunks()).isEqualTo(trunks(database));
        assertThat(report.plainSecrets()).isEqualTo((int) (Sql.count(dataSource, "sip_users WHERE secret <> ''")
                + Sql.count(dataSource, "sip_trunks WHERE password <> ''")));
        assertThat(Sql.dump(dataSource)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLost(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        List<Map<String, @Nullable String>> users = Sql.rows(dataSource, "SELECT * FROM sip_users");
        List<Map<String, @Nullable String>> trunks = Sql.rows(dataSource, "SELECT * FROM sip_trunks");
        SchemaInitializer.of(dataSource).run();

        AdoptionReport report = adoption(dataSource).run();

        assertThat(report.users() + report.trunks()).isEqualTo(users.size() + trunks.size());
        JdbcStore store = store(dataSource);
        Map<String, SipUser> storedUsers = store.read(view -> view.users().findAll(names(users, "username")));
        users.forEach(row -> {
            SipUser user = storedUsers.get(key(row, "username"));
            assertSame(row, user, new UserMapping());
            assertThat(user.spec().notes()).isEqualTo(row.get("notes") == null ? "" : row.get("notes"));
        });
        Map<String, Trunk> storedTrunks = store.read(view -> view.trunks().findAll(names(trunks, "trunk_name")));
        trunks.forEach(row -> {
            Trunk trunk = storedTrunks.get(key(row, "trunk_name"));
            assertSame(row, trunk, new TrunkMapping());
        });
    }

    private static void assertSame(
            Map<String, @Nullable String> row, ProvisionedObject object, ObjectMapping<?, ?> mapping) {
        ObjectSpec spec = object.spec();
        assertThat(spec.name()).isEqualTo(row.get(mapping.nameColumn()));
        assertThat(spec.templateId()).isEqualTo(row.get(mapping.templateColumn()));
        assertThat(spec.active()).isEqualTo(row.get("is_active") == null || isTrue(row.get("is_active")));
        assertThat(object.version()).isEqualTo(1);
        assertThat(object.id()).isEqualTo(Long.parseLong(String.valueOf(row.get("id"))));
        assertThat(time(object.createdAt())).isEqualTo(time(row.get("created_at")));
        assertThat(time(object.updatedAt())).isEqualTo(time(row.get("updated_at")));
        for (FieldColumn column : mapping.fieldColumns()) {
            String value = row.get(column.column());
            String expected = column.isRequired() && "".equals(value) ? null : value;
            assertThat(spec.fields().text(column.field()).orElse(null))
                    .as(spec.name() + " " + column)
                    .isEqualTo(expected);
        }
    }

    private static LocalDateTime time(java.time.Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static LocalDateTime time(@Nullable String text) {
        return LocalDateTime.parse(String.valueOf(text).replace(' ', 'T'));
    }

    private static boolean isTrue(@Nullable String value) {
        return List.of("t", "true", "1").contains(String.valueOf(value).toLowerCase(java.util.Locale.ROOT));
    }

    private static List<String> names(List<Map<String, @Nullable String>> rows, String column) {
        return rows.stream().map(row -> String.valueOf(row.get(column))).toList();
    }

    private static String key(Map<String, @Nullable String> row, String column) {
        return NameTable.key(String.valueOf(row.get(column)));
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreSealedAndAllOfItIsNotedAsOneGeneration(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        JdbcStore store = adopted(dataSource);
        int rows = users(database) + trunks(database);

        assertThat(Sql.dump(dataSource)).noneMatch(text -> text.contains(SpecificationRows.CANARY));
        assertThat(Sql.count(dataSource, "sip_names")).isEqualTo(rows);
        assertThat(store.<Long>read(StoreView::generation)).isEqualTo(1);
        List<Change> changes = store.<List<Change>>read(view -> {
            try (Stream<Change> all = view.changesSince(0)) {
                return all.toList();
            }
        });
        assertThat(changes)
                .hasSize(rows)
                .allMatch(change -> change.action() == Change.Action.ADOPTED
                        && change.generation() == 1
                        && change.actor().equals(Adoption.ACTOR));
        store.read(view -> {
            try (Stream<SipUser> users = view.users().stream()) {
                users.forEach(user -> assertThat(view.users().history(user.name(), 10))
                        .singleElement()
                        .satisfies(state -> assertThat(state.object()).isEqualTo(user)));
            }
            return 0;
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRunChangesNothing(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        adopted(dataSource);
        List<String> before = Sql.dump(dataSource);

        AdoptionReport report = adoption(dataSource).run();

        assertThat(report.users() + report.trunks() + report.plainSecrets()).isZero();
        assertThat(Sql.dump(dataSource)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAnotherProgramAddsLaterAreAdoptedByALaterRun(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        JdbcStore store = adopted(dataSource);
        Sql.insert(dataSource, "sip_users", SpecificationRows.users(2000, 2003));
        Sql.execute(dataSource, "DELETE FROM sip_users WHERE username = 'user_1'");
        Sql.insert(dataSource, "sip_users", SpecificationRows.users(1, 2)); // made anew, under its old name

        AdoptionReport report = adoption(dataSource).run();

        assertThat(report.users()).isEqualTo(4);
        assertThat(store.<Long>read(StoreView::generation)).isEqualTo(2);
        assertThat(store.<Boolean>read(view -> view.users().find("user_2001").isPresent()))
                .isTrue();
        assertThat(store.<Integer>read(view -> view.users().history("USER_1", 9).size()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void beforeItIsAdoptedAStoreRefusesToWork(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        assertNotPrepared(dataSource, "SchemaInitializer");
        SchemaInitializer.of(dataSource).run();
        List<String> before = Sql.dump(dataSource);
        SchemaInitializer.of(dataSource).run();

        assertThat(Sql.dump(dataSource)).isEqualTo(before);
        assertNotPrepared(dataSource, "adoption(...)");
    }

    private static void assertNotPrepared(DataSource dataSource, String remedy) {
        assertThatThrownBy(() -> store(dataSource).read(StoreView::generation))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_PREPARED))
                .hasMessageContaining(remedy);
    }
}
