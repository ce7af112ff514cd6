package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.ami.AmiReloader;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** What a doctor sees of an Asterisk that does not read the rows, or not as it should. */
@Timeout(120)
class DoctorOfAsteriskTest {

    private static final String PASSWORD = "pbx-Secret-4711";

    private static AsteriskVersion version(AsteriskServer asterisk) {
        return AsteriskVersion.parse(Integer.toString(asterisk.major())).orElseThrow();
    }

    private static AmiReloader.Builder reloader(AsteriskServer asterisk) {
        return AmiReloader.builder(
                asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), Secret.of(asterisk.amiSecret()));
    }

    private static List<RealtimeFinding> examine(TestDatabase database, AsteriskServer asterisk) {
        return examine(database, asterisk, version(asterisk), reloader(asterisk).build());
    }

    private static List<RealtimeFinding> examine(
            TestDatabase database, AsteriskServer asterisk, AsteriskVersion version, AmiReloader reloader) {
        List<RealtimeFinding> findings = RealtimeDoctor.builder(RealtimeTarget.builder(database.dataSource())
                        .asteriskVersion(version)
                        .build())
                .node("east", reloader)
                .build()
                .examine();
        assertThat(findings.toString()).doesNotContain(PASSWORD).doesNotContain(asterisk.amiSecret());
        for (RowTable table : RowTable.values()) { // what it has looked by is gone
            assertThat(database.column("SELECT id FROM " + table.table() + " WHERE id LIKE 'sipwright-%'"))
                    .isEmpty();
        }
        return findings;
    }

    private static List<String> codes(TestDatabase database, AsteriskServer asterisk) {
        return examine(database, asterisk).stream().map(RealtimeFinding::code).toList();
    }

    private static TestDatabase prepared() {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        return database;
    }

    /** The files by which an Asterisk reads a database, by name. */
    private static Map<String, String> files(TestDatabase database, String user) {
        return RealtimeConfiguration.postgreSql(
                        "127.0.0.1", PostgreSqlServer.port(), database.name(), user, Secret.of(PASSWORD))
                .build()
                .files()
                .stream()
                .collect(Collectors.toMap(GeneratedFile::name, GeneratedFile::text));
    }

    private static void restart(AsteriskServer asterisk, Map<String, String> files) {
        files.forEach(asterisk::write);
        asterisk.restart();
    }

    @AsteriskTest
    void nothing_is_wrong(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        String old = RowProbe.PREFIX + Long.toHexString(System.currentTimeMillis() - 7_200_000) + "-01234567";
        database.update("INSERT INTO ps_auths (id) VALUES (?)", old); // of one that was killed
        try (AsteriskServer asterisk = Nodes.start(installation, database)) {
            assertThat(examine(database, asterisk)).isEmpty();
            for (RowTable table : RowTable.values()) {
                database.run("ALTER TABLE " + table.table() + " DROP COLUMN \"@rev\"");
            }
            assertThat(codes(database, asterisk)).containsExactly("stamps-missing");
            assertThat(asterisk.complaints()).isEmpty();
        }
    }

    @AsteriskTest
    void a_type_is_not_read_from_rows(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        Map<String, String> files = files(database, "postgres");
        try (AsteriskServer asterisk = Nodes.start(installation, database)) {
            for (RowTable table : RowTable.values()) {
                String sorcery = lines(files, line -> !line.endsWith("realtime," + table.table()));
                restart(asterisk, Map.of("sorcery.conf", sorcery));
                assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                    assertThat(found.code()).isEqualTo("sorcery-rows");
                    assertThat(found.problem()).endsWith(" rows of " + table.type());
                    assertThat(found.node()).isEqualTo("east");
                });
                // The file is mended, and Asterisk not restarted: of registrations that can't be seen.
                asterisk.write("sorcery.conf", files.getOrDefault("sorcery.conf", ""));
                assertThat(examine(database, asterisk))
                        .extracting(RealtimeFinding::problem)
                        .containsExactlyElementsOf(
                                table == RowTable.REGISTRATIONS
                                        ? List.of()
                                        : List.of("Asterisk does not read rows of " + table.type()
                                                + ", though it reads others"));
            }
        }
    }

    private static String lines(Map<String, String> files, java.util.function.Predicate<String> kept) {
        return files.getOrDefault("sorcery.conf", "").lines().filter(kept).collect(Collectors.joining("\n", "", "\n"));
    }

    @AsteriskTest
    void nothing_is_read_from_rows(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        Map<String, String> files = files(database, "postgres");
        try (AsteriskServer asterisk =
                Nodes.builder(installation, database).file("sorcery.conf", "").start()) {
            assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo("sorcery-rows");
                assertThat(found.problem()).contains("aor, auth, endpoint, identify, registration");
            });
            asterisk.write("sorcery.conf", files.getOrDefault("sorcery.conf", ""));
            assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo("rows-not-read");
                assertThat(found.remedy()).contains("Restart Asterisk");
            });
            asterisk.restart();
            assertThat(examine(database, asterisk)).isEmpty();
            asterisk.write("extconfig.conf", "[settings]\n");
            assertThat(codes(database, asterisk))
                    .containsOnly("extconfig-missing")
                    .hasSize(5);
            asterisk.write(
                    "extconfig.conf", files.getOrDefault("extconfig.conf", "").replace(",ps_aors", ",other_aors"));
            assertThat(codes(database, asterisk)).containsExactly("extconfig-other-table");
        }
    }

    @AsteriskTest
    void a_module_is_not_loaded(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        for (String left : List.of("res_config_pgsql.so", "res_sorcery_realtime.so")) {
            AsteriskServer.Builder builder = AsteriskServer.builder(installation);
            files(database, "postgres").forEach(builder::file);
            Stream.of("res_config_pgsql.so", "res_sorcery_realtime.so")
                    .filter(module -> !module.equals(left))
                    .forEach(builder::module);
            try (AsteriskServer asterisk = builder.start()) {
                assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                    assertThat(found.code()).isEqualTo("module-missing");
                    assertThat(found.problem()).contains(left);
                });
            }
        }
    }

    @AsteriskTest
    void the_database_does_not_let_asterisk_read(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        TestDatabase other = prepared();
        String role = "pbx_" + database.name();
        try (AsteriskServer asterisk = Nodes.start(installation, other)) {
            assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo("database-other");
                assertThat(found.problem()).contains(other.name(), database.name());
            });
            restart(asterisk, files(database, role));
            assertThat(codes(database, asterisk)).containsExactly("database-login");
            database.run("CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "x'");
            PostgreSqlServer.askPasswordOf(role);
            database.run("GRANT SELECT ON ps_aors, ps_auths, ps_endpoints TO " + role);
            asterisk.restart();
            assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo("right-select");
                assertThat(found.problem()).endsWith("may not read ps_endpoint_id_ips, ps_registrations");
                String remedy = found.remedy();
                database.run(remedy.substring(0, remedy.indexOf(';')));
            });
            assertThat(codes(database, asterisk)).containsExactly("database-away");
            database.run("ALTER ROLE " + role + " PASSWORD '" + PASSWORD + "'");
            asterisk.restart();
            assertThat(examine(database, asterisk)).isEmpty();
        }
    }

    @AsteriskTest
    void files_come_first_or_not_at_all(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        Map<String, String> files = files(database, "postgres");
        try (AsteriskServer asterisk = Nodes.start(installation, database)) {
            restart(asterisk, Map.of("sorcery.conf", lines(files, line -> !line.contains("type=auth"))));
            assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo("fallback-missing");
                assertThat(found.problem()).contains("for auth:");
            });
            String config = lines(files, line -> line.contains("type=aor"));
            String turned =
                    lines(files, line -> !line.contains("type=aor")).replace("[res_pjsip]\n", "[res_pjsip]\n" + config);
            restart(asterisk, Map.of("sorcery.conf", turned));
            assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo("sorcery-order");
                assertThat(found.problem()).contains("for aor:");
            });
        }
    }

    @AsteriskTest
    void a_memory_cache_that_nothing_is_dropped_from(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        String cached = files(database, "postgres")
                .getOrDefault("sorcery.conf", "")
                .replace("[res_pjsip]\n", "[res_pjsip]\nauth/cache=memory_cache,object_lifetime_stale=600\n");
        try (AsteriskServer asterisk = Nodes.builder(installation, database)
                .module("res_sorcery_memory_cache.so")
                .file("sorcery.conf", cached)
                .start()) {
            assertThat(examine(database, asterisk)).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo("memory-cache");
                assertThat(found.problem()).contains("keeps auth in");
            });
            AmiReloader dropping = reloader(asterisk).memoryCache(true).build();
            assertThat(examine(database, asterisk, version(asterisk), dropping)).isEmpty();
        }
    }

    @AsteriskTest(versions = 16)
    void asterisk_is_older_than_what_rows_are_written_for(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        try (AsteriskServer asterisk = Nodes.start(installation, database)) {
            assertThat(examine(
                            database,
                            asterisk,
                            AsteriskVersion.V22,
                            reloader(asterisk).build()))
                    .extracting(RealtimeFinding::code)
                    .containsExactly("version-older");
        }
    }

    @AsteriskTest
    void the_account_may_not_ask_or_nobody_answers(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        String accounts = "[narrow]\nsecret = " + PASSWORD + "\nwrite = system\n[other]\nsecret = " + PASSWORD
                + "\nwrite = reporting\n";
        try (AsteriskServer asterisk = Nodes.builder(installation, database)
                .file("manager_users.conf", accounts)
                .start()) {
            assertThat(as("narrow", database, asterisk)).containsExactly("asterisk-silent", "sorcery-unknown");
            assertThat(as("other", database, asterisk)).containsExactly("modules-unknown");
            assertThat(as("nobody", database, asterisk)).containsExactly("asterisk-silent");
            asterisk.stop();
            assertThat(as("other", database, asterisk)).containsExactly("asterisk-silent");
        }
    }

    @AsteriskTest(versions = 22)
    void the_host_may_not_write(AsteriskInstallation installation) {
        TestDatabase database = prepared();
        String role = "reader_" + database.name();
        database.run("CREATE ROLE " + role + " LOGIN;\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role + ";\n");
        PGSimpleDataSource reading = new PGSimpleDataSource();
        reading.setPortNumbers(new int[] {PostgreSqlServer.port()});
        reading.setDatabaseName(database.name());
        reading.setUser(role);
        try (AsteriskServer asterisk = Nodes.start(installation, database)) {
            assertThat(RealtimeDoctor.builder(RealtimeTarget.builder(reading).build())
                            .node("east", reloader(asterisk).build())
                            .node("west", reloader(asterisk).build())
                            .build()
                            .examine())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.code()).isEqualTo("database-refuses");
                        assertThat(found.node()).isEmpty();
                    });
        }
    }

    private static List<String> as(String account, TestDatabase database, AsteriskServer asterisk) {
        AmiReloader reloader = AmiReloader.builder(asterisk.host(), asterisk.amiPort(), account, Secret.of(PASSWORD))
                .build();
        return examine(database, asterisk, version(asterisk), reloader).stream()
                .map(RealtimeFinding::code)
                .toList();
    }
}
