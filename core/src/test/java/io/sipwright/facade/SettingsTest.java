package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.user.SipUser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said when it is put together. */
class SettingsTest {

    @TempDir
    Path temporary;

    @Test
    void changes_may_wait_for_a_round_of_their_own() {
        Workbench bench = new Workbench(temporary, builder -> builder.applying(Applying.ON_REQUEST));

        Provisioned<SipUser> created = bench.sipwright.users().create(Samples.user("anna"));
        assertThat(created.applied()).isEmpty();
        assertThat(temporary).isEmptyDirectory();

        assertThat(bench.sipwright.apply().isInFiles()).isTrue();
        assertThat(bench.usersFile()).contains("[anna]");
        assertThat(bench.sipwright.apply().summary()).contains("already held generation 1");
    }

    @Test
    void there_is_no_sipwright_without_a_target() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Sipwright.builder().applying(Applying.BEFORE_RETURN).build())
                .withMessageContaining("target(");
    }
}
