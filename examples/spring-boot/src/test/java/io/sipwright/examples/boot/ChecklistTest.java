package io.sipwright.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.examples.boot.RestClient.Answer;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.ConfigSection;
import io.sipwright.testkit.Sipp;
import io.sipwright.testkit.WithAsterisk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The specification's testing checklist: over HTTP, with a real PostgreSQL, a real Asterisk, and SIPp as the phone. */
@WithAsterisk(22)
@Timeout(300)
class ChecklistTest {

    private static final String TRUNKS = "/api/trunks";
    private static final String USERS = "/api/asterisk/sip-users";
    /** That of the specification; but Asterisk asks the carrier for nothing, and waits for years before it registers. */
    private static final String TELNYX = """
            {"trunk_name": "my_telnyx_trunk", "provider": "telnyx", "username": "1234567890", "password": "my_secret_password",
             "did": "+15551234567", "context": "from-trunk", "codecs": "ulaw,alaw,g722", "qualify_frequency": 0,
             "overrides": {"registration.max_random_initial_delay": "4000000000"}}""";

    private static final String CUSTOM = """
            {"trunk_name": "custom_trunk", "provider": "custom_credential", "server": "127.0.0.1", "port": 9,
             "username": "customer", "password": "my_secret_password"}""";
    private static final String BASIC = """
            {"username": "john_doe", "secret": "strong_password", "extension": "1001", "context": "default",
             "template_type": "basic_user", "codecs": "ulaw,alaw", "max_contacts": 1}""";
    private static final String MOBILE = """
            {"username": "mobile_user_1", "secret": "secure_password_123", "extension": "2001", "context": "default",
             "template_type": "mobile_user", "codecs": "opus,ulaw,alaw", "max_contacts": 5}""";

    @TempDir
    Path temporary;

    private final Checklist checklist = new Checklist(
            "Database initialized successfully",
            "Create trunk with Telnyx template",
            "Create trunk with custom provider",
            "Create basic SIP user",
            "Create mobile SIP user",
            "Update trunk configuration",
            "Update user configuration",
            "Delete trunk",
            "Delete user",
            "Verify pjsip_trunks.conf generated correctly",
            "Verify pjsip_users.conf generated correctly",
            "Verify Asterisk reload successful",
            "Test actual SIP registration",
            "Beyond it: what is stored while Asterisk is down runs as soon as it is back");

    private AsteriskServer asterisk;
    private EmbeddedPostgres database;
    private RunningServer server;
    private RestClient client;

    @BeforeEach
    void start(AsteriskServer asterisk) throws Exception {
        this.asterisk = asterisk;
        database = EmbeddedPostgres.builder()
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        server = RunningServer.start(
                temporary.resolve("server"),
                temporary.resolve("log"),
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "postgresql,asterisk",
                        "SPRING_DATASOURCE_URL", database.getJdbcUrl("postgres", "postgres"),
                        "SPRING_DATASOURCE_USERNAME", "postgres",
                        "SIPWRIGHT_CONFIG_DIRECTORY", asterisk.configDirectory().toString(),
                        "SIPWRIGHT_AMI_PORT", Integer.toString(asterisk.amiPort()),
                        "SIPWRIGHT_AMI_USERNAME", asterisk.amiUser(),
                        "SIPWRIGHT_AMI_PASSWORD", asterisk.amiSecret()));
        client = new RestClient(server, server.token());
    }

    @AfterEach
    void stop() throws IOException {
        System.out.println(checklist);
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    @Test
    void everyLineHolds() throws Exception {
        assertThat(rows("sip_trunks")).isEmpty();
        assertThat(rows("sip_users")).isEmpty();
        checklist.done("Database initialized successfully");
        createTrunks();
        createUsers();
        files();
        update();
        delete();
        comeBack();
        assertThat(server.output()).doesNotContain("ERROR");
        assertThat(checklist.isComplete()).isTrue();
    }

    private void createTrunks() throws Exception {
        assertApplied(client.post(TRUNKS, TELNYX), 201, "Trunk created and applied to Asterisk");
        assertThat(running("endpoint", "my_telnyx_trunk-endpoint", "context")).isEqualTo("from-trunk");
        assertThat(running("registration", "my_telnyx_trunk", "client_uri"))
                .startsWith("sip:1234567890@sip.telnyx.com");
        checklist.done("Create trunk with Telnyx template");
        assertApplied(client.post(TRUNKS, CUSTOM), 201, "Trunk created and applied to Asterisk");
        assertThat(running("aor", "custom_trunk-aor", "contact")).startsWith("sip:127.0.0.1:9");
        assertThat(rows("sip_trunks")).containsExactly("my_telnyx_trunk", "custom_trunk");
        checklist.done("Create trunk with custom provider");
    }

    private void createUsers() throws Exception {
        assertApplied(client.post(USERS, BASIC), 201, "User created and applied to Asterisk");
        assertThat(Sipp.registered().run(asterisk, "john_doe", "strong_password"))
                .isTrue();
        assertThat(Sipp.refused().run(asterisk, "john_doe", "wrong_password")).isTrue();
        checklist.done("Create basic SIP user");
        assertApplied(client.post(USERS, MOBILE), 201, "User created and applied to Asterisk");
        assertThat(Sipp.registered().run(asterisk, "mobile_user_1", "secure_password_123"))
                .isTrue();
        assertThat(running("endpoint", "mobile_user_1", "allow")).isEqualTo("(opus|ulaw|alaw)");
        assertThat(rows("sip_users")).containsExactly("john_doe", "mobile_user_1");
        checklist.done("Create mobile SIP user");
        assertThat(client.get(USERS).body().get("count").intValue()).isEqualTo(2);
        checklist.done("Verify Asterisk reload successful");
    }

    /** The options that the specification shows, as Asterisk reads them. */
    private void files() {
        assertThat(section("pjsip_trunks.conf", "my_telnyx_trunk", "registration"))
                .contains("transport=transport-udp", "outbound_auth=my_telnyx_trunk-auth", "contact_user=1234567890");
        assertThat(section("pjsip_trunks.conf", "my_telnyx_trunk-auth", "auth"))
                .contains("username=1234567890", "password=my_secret_password");
        assertThat(section("pjsip_trunks.conf", "my_telnyx_trunk-aor", "aor"))
                .anyMatch(line -> line.startsWith("contact=sip:sip.telnyx.com"));
        assertThat(section("pjsip_trunks.conf", "my_telnyx_trunk-endpoint", "endpoint"))
                .contains(
                        "context=from-trunk",
                        "disallow=all",
                        "allow=ulaw,alaw,g722",
                        "aors=my_telnyx_trunk-aor",
                        "outbound_auth=my_telnyx_trunk-auth",
                        "from_domain=sip.telnyx.com",
                        "direct_media=no",
                        "rtp_symmetric=yes");
        assertThat(section("pjsip_trunks.conf", "my_telnyx_trunk-identify", "identify"))
                .contains("endpoint=my_telnyx_trunk-endpoint");
        checklist.done("Verify pjsip_trunks.conf generated correctly");
        assertThat(section("pjsip_users.conf", "mobile_user_1", "auth"))
                .contains("username=mobile_user_1", "password=secure_password_123");
        assertThat(section("pjsip_users.conf", "mobile_user_1", "aor"))
                .contains("max_contacts=5", "qualify_frequency=60");
        assertThat(running("aor", "mobile_user_1", "default_expiration")).isEqualTo("3600");
        assertThat(section("pjsip_users.conf", "mobile_user_1", "endpoint"))
                .contains(
                        "context=default",
                        "disallow=all",
                        "allow=opus,ulaw,alaw",
                        "auth=mobile_user_1",
                        "aors=mobile_user_1",
                        "direct_media=no",
                        "ice_support=yes",
                        "rtcp_mux=yes");
        assertThat(section("pjsip_users.conf", "john_doe", "aor")).contains("max_contacts=1");
        checklist.done("Verify pjsip_users.conf generated correctly");
    }

    private void update() throws Exception {
        assertApplied(client.put(TRUNKS + "/my_telnyx_trunk", """
                        {"username": "new_username", "password": "new_password"}"""), 200, "Trunk updated and applied to Asterisk");
        assertThat(running("auth", "my_telnyx_trunk-auth", "username")).isEqualTo("new_username");
        assertThat(running("auth", "my_telnyx_trunk-auth", "password")).isEqualTo("new_password");
        checklist.done("Update trunk configuration");
        assertApplied(client.put(USERS + "/john_doe", """
                        {"secret": "new_password", "extension": "1002", "template_type": "advanced_user"}"""), 200, "User updated and applied to Asterisk");
        assertThat(running("endpoint", "john_doe", "callerid")).contains("1002");
        assertThat(Sipp.registered().run(asterisk, "john_doe", "new_password")).isTrue();
        assertThat(Sipp.refused().run(asterisk, "john_doe", "strong_password")).isTrue();
        checklist.done("Update user configuration");
    }

    private void delete() throws Exception {
        assertApplied(client.delete(TRUNKS + "/my_telnyx_trunk"), 200, "Trunk deleted and applied to Asterisk");
        assertThat(running("endpoint", "my_telnyx_trunk-endpoint", "context")).isEmpty();
        assertThat(running("endpoint", "custom_trunk-endpoint", "context")).isNotEmpty();
        assertThat(rows("sip_trunks")).containsExactly("custom_trunk");
        assertThat(client.get(TRUNKS + "/my_telnyx_trunk").status()).isEqualTo(404);
        checklist.done("Delete trunk");
        assertApplied(client.delete(USERS + "/john_doe"), 200, "User deleted and applied to Asterisk");
        assertThat(Sipp.refused().run(asterisk, "john_doe", "new_password")).isTrue();
        assertThat(Sipp.registered().run(asterisk, "mobile_user_1", "secure_password_123"))
                .isTrue();
        assertThat(rows("sip_users")).containsExactly("mobile_user_1");
        checklist.done("Delete user");
        checklist.done("Test actual SIP registration");
    }

    private void comeBack() throws Exception {
        List<String> command = RevivedAsterisk.kill(asterisk);
        Answer answer = client.post(USERS, BASIC);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/success").booleanValue())
                .as("it is stored")
                .isTrue();
        assertThat(answer.body().at("/reload/success").booleanValue()).isFalse();
        assertThat(answer.body().at("/reload/state").stringValue()).isEqualTo("unreachable");
        assertThat(answer.body().at("/reload/reasons/0/message").stringValue()).contains("127.0.0.1");
        assertThat(rows("sip_users")).containsExactly("mobile_user_1", "john_doe");
        assertThat(client.get(USERS + "/john_doe").status()).isEqualTo(200);
        RevivedAsterisk revived = RevivedAsterisk.start(command);
        try {
            awaitVerified();
            assertThat(Sipp.registered().run(asterisk, "john_doe", "strong_password"))
                    .isTrue();
        } finally {
            revived.close();
        }
        checklist.done("Beyond it: what is stored while Asterisk is down runs as soon as it is back");
    }

    private static void assertApplied(Answer answer, int status, String message) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().at("/success").booleanValue()).isTrue();
        assertThat(answer.body().at("/message").stringValue()).isEqualTo(message);
        assertThat(answer.body().at("/reload/success").booleanValue())
                .as(answer.toString())
                .isTrue();
    }

    /** Waits, for a minute at most, until everything that is stored runs. */
    private void awaitVerified() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Answer status = client.get("/api/asterisk/status");
        while (!status.body().get("verified").booleanValue() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
            status = client.get("/api/asterisk/status");
        }
        assertThat(status.body().get("verified").booleanValue())
                .as(status.toString())
                .isTrue();
    }

    /** What Asterisk runs, asked by someone who knows nothing of Sipwright; empty if there is no such object. */
    private String running(String type, String name, String field) {
        try (AmiProbe ami = asterisk.ami()) {
            return ami.sorcery(type, name, field);
        }
    }

    private List<String> section(String file, String name, String type) {
        try (AmiProbe ami = asterisk.ami()) {
            return ami.getConfig(file).stream()
                    .filter(section -> section.name().equals(name))
                    .map(ConfigSection::lines)
                    .filter(lines -> lines.contains("type=" + type))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The names in a table, as they were stored. */
    private List<String> rows(String table) throws SQLException {
        String column = table.equals("sip_users") ? "username" : "trunk_name";
        try (Connection connection = database.getPostgresDatabase().getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT " + column + " FROM " + table + " ORDER BY id")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
