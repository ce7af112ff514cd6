package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change does not name stays. */
class PatchTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    @Test
    void other_fields_of_a_user_stay() {
        SipUserSpec given = Samples.user("anna").toBuilder()
                .codecs("opus", "ulaw")
                .voicemail("1001@default")
                .maxContacts(3)
                .notes("second floor")
                .override(OptionOverride.set("endpoint", "dtmf_mode", "info"))
                .build();
        SipUserSpec before = bench.sipwright.users().create(given).value().spec();
        String file = bench.usersFile();

        SipUser after = bench.sipwright
                .users()
                .update("anna", SipUserPatch.builder().context("sales").build())
                .value();

        assertThat(after.spec().toBuilder().clear("context").build()).isEqualTo(before);
        assertThat(withoutStamps(bench.usersFile()))
                .isEqualTo(withoutStamps(file.replace("context=from-internal", "context=sales")));
    }

    @Test
    void other_fields_of_a_trunk_stay() {
        TrunkSpec before = TrunkSpec.builder("carrier", "telnyx")
                .username("account77")
                .password(Samples.TRUNK_SECRET)
                .did("+15551230000")
                .field("region", "eu")
                .build();
        bench.sipwright.trunks().create(before);
        String file = bench.trunksFile();

        Trunk after = bench.sipwright
                .trunks()
                .update("carrier", TrunkPatch.builder().port(5080).build())
                .value();

        assertThat(after.spec()).isEqualTo(before.toBuilder().port(5080).build());
        assertThat(withoutStamps(bench.trunksFile()))
                .isEqualTo(withoutStamps(file.replace("sip.telnyx.eu\n", "sip.telnyx.eu:5080\n"))
                        .replace("from_domain=sip.telnyx.eu:5080", "from_domain=sip.telnyx.eu"));
    }

    @Test
    void a_cleared_field_goes_back_to_its_default() {
        bench.sipwright.users().create(Samples.user("anna"));
        String file = bench.usersFile();

        bench.sipwright
                .users()
                .update("anna", SipUserPatch.builder().maxContacts(5).build());
        bench.sipwright
                .users()
                .update("anna", SipUserPatch.builder().clear("max_contacts").build());

        assertThat(bench.usersFile()).isEqualTo(file);
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        bench.sipwright.users().create(Samples.user("anna", "2001"));
        Workbench.Snapshot before = bench.snapshot();

        Provisioned<SipUser> same = bench.sipwright
                .users()
                .update("anna", SipUserPatch.builder().extension("2001").build());
        bench.sipwright.users().enable("anna");
        bench.sipwright.users().update("anna", SipUserPatch.builder().build());

        assertThat(same.generation()).isEqualTo(before.generation());
        assertThat(same.value().version()).isEqualTo(1);
        assertThat(bench.snapshot()).isEqualTo(before);
    }

    private static String withoutStamps(String text) {
        return text.replaceAll("(?m)^@rev=.*$", "@rev");
    }
}
