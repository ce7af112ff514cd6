package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From creation to deletion, in the store and in the files. */
class LifecycleTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    @Test
    void a_user_is_created_changed_and_deleted() {
        Provisioned<SipUser> created = bench.sipwright.users().create(Samples.user("anna"));
        assertThat(created.generation()).isEqualTo(1);
        assertThat(created.value().version()).isEqualTo(1);
        assertThat(created.value().template()).isEqualTo("basic_user");
        assertThat(bench.usersFile()).contains("[anna]", "password=" + Samples.USER_SECRET, "; === SIP USER: anna (");
        assertThat(bench.trunksFile()).isEmpty();

        Provisioned<SipUser> changed = bench.sipwright
                .users()
                .update("anna", SipUserPatch.builder().context("sales").build());
        assertThat(changed.generation()).isEqualTo(2);
        assertThat(changed.value().version()).isEqualTo(2);
        assertThat(bench.usersFile()).contains("context=sales");

        Provisioned<SipUser> deleted = bench.sipwright.users().delete("anna");
        assertThat(deleted.generation()).isEqualTo(3);
        assertThat(deleted.value()).isEqualTo(changed.value());
        assertThat(bench.usersFile()).isEmpty();
        assertThat(bench.sipwright.users().find("anna")).isEmpty();
    }

    @Test
    void a_trunk_is_created_changed_and_deleted() {
        Provisioned<Trunk> created = bench.sipwright.trunks().create(Samples.trunk("carrier"));
        assertThat(created.value().provider()).isEqualTo("custom_credential");
        assertThat(bench.trunksFile())
                .contains("; === TRUNK: carrier ===", "[carrier-endpoint]", "password=" + Samples.TRUNK_SECRET);
        assertThat(bench.usersFile()).isEmpty();

        bench.sipwright
                .trunks()
                .update(
                        "carrier",
                        TrunkPatch.builder().server("new.example.com").build());
        assertThat(bench.trunksFile()).contains("sip:new.example.com").doesNotContain("sip:sip.example.com");

        bench.sipwright.trunks().delete("carrier");
        assertThat(bench.trunksFile()).isEmpty();
        assertThat(bench.generation()).isEqualTo(3);
    }

    @Test
    void what_is_disabled_is_kept_but_not_rendered() {
        bench.sipwright.users().create(Samples.user("anna"));
        bench.sipwright.trunks().create(Samples.trunk("carrier"));
        String usersFile = bench.usersFile();
        String trunksFile = bench.trunksFile();

        assertThat(bench.sipwright.users().disable("anna").value().active()).isFalse();
        assertThat(bench.sipwright.trunks().disable("carrier").value().active()).isFalse();
        assertThat(bench.usersFile()).isEmpty();
        assertThat(bench.trunksFile()).isEmpty();
        assertThat(bench.sipwright.users().list()).hasSize(1);
        assertThat(bench.sipwright.trunks().list()).hasSize(1);

        bench.sipwright.users().enable("anna");
        bench.sipwright.trunks().enable("carrier");
        assertThat(bench.usersFile()).isEqualTo(usersFile);
        assertThat(bench.trunksFile()).isEqualTo(trunksFile);
    }
}
