package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.realtime.RealtimeFinding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a doctor sees of the database alone. */
class DoctorOfTablesTest {

    private static List<RealtimeFinding> examine(RealtimeTarget.Builder target) {
        return RealtimeDoctor.builder(target.build()).build().examine();
    }

    private static TestDatabase prepared() {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        return database;
    }

    @Test
    void nothing_is_wrong_with_our_tables() {
        TestDatabase database = PostgreSqlServer.newDatabase().run("CREATE SCHEMA voice");
        RealtimeSchema.of(database.dataSource(), "voice", "x_").run();
        for (AsteriskVersion version : AsteriskVersion.values()) {
            List<RealtimeFinding> findings = examine(RealtimeTarget.builder(database.dataSource())
                    .schema("voice")
                    .tablePrefix("x_")
                    .asteriskVersion(version));
            assertThat(findings).isEmpty();
            assertThat(RealtimeDoctor.toText(findings)).isEqualTo("Nothing is wrong.\n");
        }
    }

    @Test
    void all_missing_tables_are_named() {
        TestDatabase database = prepared();
        database.run("DROP TABLE ps_auths;\nDROP TABLE sip_rows_seen;\nALTER TABLE ps_aors DROP COLUMN id;\n");
        assertThat(examine(RealtimeTarget.builder(database.dataSource())))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.severity()).isEqualTo(Severity.ERROR);
                    assertThat(found.code()).isEqualTo("table-missing");
                    assertThat(found.problem())
                            .isEqualTo("There is no column id in ps_aors, no table ps_auths, no table sip_rows_seen");
                });
        assertThat(examine(RealtimeTarget.builder(database.dataSource()).tablePrefix("y_")))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).contains("y_ps_endpoints", "y_sip_rows_state"));
    }

    @Test
    void missing_columns_are_advice_and_stamps_come_with_the_statement() {
        TestDatabase database = prepared();
        database.run("ALTER TABLE ps_endpoints DROP COLUMN ice_support;\nALTER TABLE ps_auths DROP COLUMN \"@rev\";\n");
        List<RealtimeFinding> findings = examine(RealtimeTarget.builder(database.dataSource()));
        assertThat(findings).extracting(RealtimeFinding::code).containsExactly("stamps-missing", "column-missing");
        assertThat(findings.get(1).problem()).endsWith(": ps_endpoints ice_support");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(examine(RealtimeTarget.builder(database.dataSource()).stamps(false)))
                .extracting(RealtimeFinding::severity)
                .containsExactly(Severity.ADVICE, Severity.ADVICE);

        String remedy = findings.get(0).remedy();
        database.run(remedy.substring(0, remedy.indexOf(';') + 1));
        assertThat(examine(RealtimeTarget.builder(database.dataSource())))
                .extracting(RealtimeFinding::code)
                .containsExactly("column-missing");
    }

    @Test
    void tables_of_asterisks_migrations() {
        TestDatabase database = PostgreSqlServer.newDatabase().runResource("alembic.sql");
        RealtimeSchema.of(database.dataSource()).run();
        List<RealtimeFinding> findings = examine(RealtimeTarget.builder(database.dataSource()));
        assertThat(findings).extracting(RealtimeFinding::code).contains("stamps-missing");
        String remedy = findings.get(0).remedy();
        database.run(remedy.substring(0, remedy.lastIndexOf(';') + 1).replace("; ", ";\n"));
        assertThat(examine(RealtimeTarget.builder(database.dataSource())))
                .extracting(RealtimeFinding::code)
                .isSubsetOf("column-missing");
    }

    @Test
    void a_database_that_is_away_is_a_finding() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        nowhere.setUser("asterisk");
        nowhere.setPassword("not-to-be-shown");
        List<RealtimeFinding> findings = examine(RealtimeTarget.builder(nowhere));
        assertThat(findings).extracting(RealtimeFinding::code).containsExactly("database-unreachable");
        assertThat(findings.toString()).doesNotContain("not-to-be-shown");
    }
}
