package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.template.OptionOverride;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preview shows what would be written, without passwords. */
class PreviewTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
    }

    @Test
    void it_shows_what_will_be_in_the_file_but_the_password() {
        PjsipDocument preview = bench.sipwright.users().preview(Samples.user("anna"));

        bench.sipwright.users().create(Samples.user("anna"));
        assertThat(PjsipWriter.toString(preview))
                .isEqualTo(bench.usersFile().replace(Samples.USER_SECRET, "********"))
                .contains("password=********");
    }

    @Test
    void it_shows_no_password_of_a_trunk() {
        String preview = PjsipWriter.toString(bench.sipwright.trunks().preview(Samples.trunk("carrier")));

        assertThat(preview).contains("[carrier-auth]", "password=********").doesNotContain(Samples.TRUNK_SECRET);
    }

    /** Whoever has the hash of a digest password can register with it. */
    @ParameterizedTest
    @CsvSource({
        "password, Handmade-9Kq2v",
        "PASSWORD, Handmade-9Kq2v",
        "oauth_secret, Handmade-9Kq2v",
        "md5_cred, 0123456789abcdef0123456789abcdef",
        "password_digest, MD5:0123456789abcdef0123456789abcdef"
    })
    void it_shows_no_credential_set_by_hand(String option, String value) {
        PjsipDocument preview = bench.sipwright
                .users()
                .preview(Samples.user("anna").toBuilder()
                        .override(OptionOverride.set("auth", option, value))
                        .build());

        assertThat(PjsipWriter.toString(preview)).contains(option + "=").doesNotContain(value);
        assertThat(preview.toString()).doesNotContain(value);
    }

    @Test
    void it_stores_and_writes_nothing() {
        bench.sipwright.users().preview(Samples.user("anna"));
        bench.sipwright.trunks().preview(Samples.trunk("carrier"));

        assertThat(bench.generation()).isZero();
        assertThat(bench.sipwright.users().list()).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void it_can_show_a_change_of_what_is_there() {
        bench.sipwright.users().create(Samples.user("anna"));

        assertThat(bench.sipwright.users().preview(Samples.user("anna", "2002")).sections())
                .extracting(Section::name)
                .contains("anna");
    }
}
