package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sipwright.store.NotFoundException;
import io.sipwright.user.SipUser;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding and listing. */
class LookupTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    @Test
    void objects_are_found_in_any_case_and_listed_by_name() {
        bench.sipwright.users().create(Samples.user("Zoe"));
        bench.sipwright.users().create(Samples.user("anna"));
        bench.sipwright.users().create(Samples.user("Bob"));

        assertThat(bench.sipwright.users().get("ANNA").name()).isEqualTo("anna");
        assertThat(bench.sipwright.users().find("zoe")).isPresent();
        assertThat(bench.sipwright.users().list()).extracting(SipUser::name).containsExactly("Bob", "Zoe", "anna");
        assertThat(bench.sipwright.users().delete("ZOE").value().name()).isEqualTo("Zoe");
        assertThat(bench.usersFile()).doesNotContain("Zoe");
    }

    @Test
    void what_is_missing_is_named() {
        bench.sipwright.users().create(Samples.user("anna"));

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> bench.sipwright.trunks().get("anna"))
                .withMessageContaining("trunk 'anna'")
                .satisfies(missing -> assertThat(missing.name()).isEqualTo("anna"));
        assertThat(bench.sipwright.trunks().find("anna")).isEmpty();
    }

    @Test
    void templates_are_listed_by_id() {
        assertThat(bench.sipwright.userTemplates())
                .extracting(template -> template.id())
                .contains("basic_user", "mobile_user")
                .isSorted();
        assertThat(bench.sipwright.providers())
                .extracting(template -> template.id())
                .contains("telnyx", "custom_ip")
                .isSorted();
    }
}
