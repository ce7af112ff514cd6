package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.render.Stamps;
import io.sipwright.store.ObjectQuery;
import io.sipwright.target.ConfigFiles;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.user.SipUserPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was adopted is rendered and changed like anything else, and whoever read the tables before still can. */
class AdoptedSipwrightTest {

    @TempDir
    private Path directory;

    private Sipwright adopted(DataSource dataSource) {
        SpecificationRows.insert(dataSource, 100, 30);
        SchemaInitializer.of(dataSource).run();
        Remedy.adoption(dataSource).run();
        return Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .store(Remedy.store(dataSource))
                .stamps(Stamps.off())
                .target(ConfigFiles.in(directory))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void allActiveRowsAreRendered(SpecificationDatabase database) throws IOException {
        DataSource dataSource = database.specification();
        Sipwright sipwright = adopted(dataSource);

        sipwright.apply();

        String users = Files.readString(directory.resolve("pjsip_users.conf"));
        String trunks = Files.readString(directory.resolve("pjsip_trunks.conf"));
        for (Map<String, @Nullable String> row : Sql.rows(dataSource, "SELECT username, is_active FROM sip_users")) {
            boolean active =
                    !"f0false".contains(String.valueOf(row.get("is_active")).toLowerCase(java.util.Locale.ROOT));
            assertThat(users.contains("[" + row.get("username") + "]"))
                    .as(row.toString())
                    .isEqualTo(active);
        }
        assertThat(users.lines().filter(line -> line.startsWith("password=" + SpecificationRows.CANARY)))
                .hasSize((int) Sql.count(dataSource, "sip_users WHERE is_active"));
        assertThat(trunks).contains("[trunk_0-endpoint]").doesNotContain("[trunk_3-endpoint]");
    }

    /** The column says so of every row, by its default. */
    @Test
    void noTrunkIsSaidToRegisterWhoseCarrierKnowsNoRegistration() {
        Sipwright sipwright = adopted(SpecificationDatabase.H2.specification());

        assertThat(sipwright.trunks().list(ObjectQuery.all().template("twilio")))
                .isNotEmpty()
                .allSatisfy(trunk ->
                        assertThat(trunk.spec().fields().text("auth")).isNotEqualTo(Optional.of("registration")));
        assertThat(sipwright.trunks().list(ObjectQuery.all().template("telnyx")))
                .anySatisfy(
                        trunk -> assertThat(trunk.spec().fields().text("auth")).contains("registration"));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverReadTheTablesStillFindsTheirColumns(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        Sipwright sipwright = adopted(dataSource);
        Map<String, @Nullable String> ip = trunk(dataSource, "trunk_9");
        assertThat(ip.get("auth_type")).isEqualTo("ip");

        sipwright
                .users()
                .update("user_1", SipUserPatch.builder().extension("777").build());
        sipwright
                .trunks()
                .update(
                        "trunk_8",
                        TrunkPatch.builder()
                                .password("a-new-Password-4711")
                                .field("auth", "credentials")
                                .build());

        Map<String, @Nullable String> trunk = trunk(dataSource, "trunk_8");
        assertThat(trunk.get("auth_type")).isEqualTo("credential");
        assertThat(trunk.get("registration_enabled")).isIn("f", "0", "FALSE");
        assertThat(trunk.get("config_template"))
                .isEqualTo(SpecificationRows.trunk(8).get("config_template"));
        assertThat(Sql.count(dataSource, "sip_users WHERE username = 'user_1' AND extension = '777'"))
                .isEqualTo(1);
        assertThat(Sql.count(dataSource, "sip_trunks WHERE auth_type = 'ip'"))
                .isEqualTo(SpecificationRows.trunks(0, 30).stream()
                        .filter(row -> "ip".equals(row.get("auth_type")))
                        .count());
    }

    private static Map<String, @Nullable String> trunk(DataSource dataSource, String name) {
        return Sql.rows(dataSource, "SELECT * FROM sip_trunks WHERE trunk_name = '" + name + "'")
                .get(0);
    }
}
