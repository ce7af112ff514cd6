package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.secret.Secret;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;

/** Asterisk logs in with a user and a password of odd characters, and files go on working. */
class ConfigurationOnAsteriskTest {

    private static final String PASSWORD = "p'w; \\d\"é =x";

    @AsteriskTest
    void odd_names_files_and_schemas(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        String role = "o'dd \\user" + database.name();
        database.run("CREATE SCHEMA voice");
        RealtimeSchema.of(database.dataSource(), "voice", "x_").run();
        database.run("CREATE ROLE \"" + role + "\" LOGIN PASSWORD '" + PASSWORD.replace("'", "''") + "'");
        PostgreSqlServer.askPasswordOf(role);
        database.run("GRANT USAGE ON SCHEMA voice TO \"" + role + "\"");
        database.run("GRANT SELECT ON ALL TABLES IN SCHEMA voice TO \"" + role + "\"");
        database.run("INSERT INTO voice.x_ps_aors (id, max_contacts) VALUES ('row', 7)");
        RealtimeConfiguration configuration = RealtimeConfiguration.postgreSql(
                        "127.0.0.1", PostgreSqlServer.port(), database.name(), role, Secret.of(PASSWORD))
                .schema("voice")
                .tablePrefix("x_")
                .build();
        AsteriskServer.Builder builder =
                AsteriskServer.builder(installation).file("pjsip_users.conf", "[file]\ntype=aor\nmax_contacts=3\n");
        configuration.files().forEach(file -> builder.file(file.name(), file.text()));
        configuration.moduleNames().forEach(builder::module);
        try (AsteriskServer asterisk = builder.start();
                AmiProbe ami = asterisk.ami()) {
            assertThat(asterisk.complaints()).isEmpty();
            assertThat(ami.sorcery("aor", "row", "max_contacts")).isEqualTo("7");
            assertThat(ami.sorcery("aor", "file", "max_contacts")).isEqualTo("3");
            // The database goes, in a manner: what it has can't be read any more, files can.
            database.run("REVOKE USAGE ON SCHEMA voice FROM \"" + role + "\"");
            assertThat(ami.sorcery("aor", "row", "max_contacts")).isEmpty();
            assertThat(ami.sorcery("aor", "file", "max_contacts")).isEqualTo("3");
            database.run("GRANT USAGE ON SCHEMA voice TO \"" + role + "\"");
            assertThat(ami.sorcery("aor", "row", "max_contacts")).isEqualTo("7");
        }
    }
}
