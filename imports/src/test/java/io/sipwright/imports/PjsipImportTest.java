package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sipwright.BatchPreview;
import io.sipwright.BatchProgress;
import io.sipwright.pjsip.Location;
import io.sipwright.validation.ValidationException;
import org.junit.jupiter.api.Test;

/** From the look at what would happen to the second import. */
class PjsipImportTest {

    private static final String MIXED = """
            [global]
            type=global
            user_agent=PBX

            [phone](!)
            type=endpoint
            context=from-internal
            allow=!all,alaw

            [anna](phone)
            auth=anna
            aors=anna
            callerid=Anna <1001>
            language=de
            [anna]
            type=auth
            username=anna
            password=Vk7qLw2-Zr9xTm4
            [anna]
            type=aor
            max_contacts=1

            [bert](phone)
            auth=bert
            aors=bert
            [bert]
            type=auth
            username=bert
            password=1234
            [bert]
            type=aor

            [carrier]
            type=endpoint
            aors=carrier
            context=from-trunk
            allow=!all,alaw
            [carrier]
            type=aor
            contact=sip:sip.carrier.example
            [carrier]
            type=identify
            endpoint=carrier
            match=192.0.2.0/28

            [guest]
            type=endpoint
            context=nowhere
            no equals sign
            """;

    @Test
    void a_preview_stores_nothing() {
        ImportBench bench = ImportBench.lenient();

        PjsipImportPreview preview = bench.read(MIXED);

        assertThat(ImportBench.names(preview)).containsExactly("trunk carrier", "user anna", "user bert");
        assertThat(ImportBench.actions(preview)).containsOnly(BatchPreview.Action.ADDED);
        assertThat(bench.isEmpty()).isTrue();
    }

    @Test
    void the_second_import_changes_nothing() {
        ImportBench bench = ImportBench.lenient();
        bench.read(MIXED).store(BatchProgress.ignored());
        long version = bench.sipwright.users().get("anna").version();

        PjsipImportPreview again = bench.read(MIXED);
        again.store(BatchProgress.ignored());

        assertThat(ImportBench.actions(again)).hasSize(3).containsOnly(BatchPreview.Action.UNCHANGED);
        assertThat(bench.sipwright.users().get("anna").version()).isEqualTo(version);
    }

    @Test
    void what_has_changed_in_the_file_is_seen_at_its_object() {
        ImportBench bench = ImportBench.lenient();
        bench.read(MIXED).store(BatchProgress.ignored());

        PjsipImportPreview changed = bench.read(MIXED.replace("Anna <1001>", "Anne <1001>"));

        assertThat(ImportBench.actions(changed))
                .containsExactly(
                        BatchPreview.Action.UNCHANGED, BatchPreview.Action.CHANGED, BatchPreview.Action.UNCHANGED);
        changed.store(BatchProgress.ignored());
        assertThat(bench.sipwright.users().get("anna").spec().fields().text("display_name"))
                .hasValue("Anne");
    }

    @Test
    void a_weak_password_is_refused_and_nothing_is_stored() {
        ImportBench bench = ImportBench.strict();
        PjsipImportPreview preview = bench.read(MIXED);

        assertThat(ImportBench.actions(preview))
                .containsExactly(BatchPreview.Action.ADDED, BatchPreview.Action.ADDED, BatchPreview.Action.REFUSED);
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> preview.store(BatchProgress.ignored()))
                .withMessageNotContaining("1234");
        assertThat(bench.isEmpty()).isTrue();
    }

    @Test
    void what_is_valid_can_be_stored_without_the_rest() {
        ImportBench bench = ImportBench.strict();

        bench.read(MIXED).storeValid(BatchProgress.ignored());

        assertThat(bench.sipwright.users().list())
                .extracting(user -> user.name())
                .containsExactly("anna");
        assertThat(bench.sipwright.trunks().list())
                .extracting(trunk -> trunk.name())
                .containsExactly("carrier");
    }

    @Test
    void the_report() {
        assertThat(ImportBench.strict().read(MIXED).toString()).isEqualTo("""
                Trunks: 1, new 1
                  + carrier (plain_trunk, pjsip.conf:33): auth, server, inbound_sources, context, codecs; by hand: \
                aor.@name, endpoint.@name, identify.@name, no endpoint.identify_by
                      Calls from anyone who sends its name are taken for its own; take the override of \
                endpoint.identify_by away to end that.
                Users: 2, new 1, refused 1
                  + anna (plain_user, pjsip.conf:10): extension, secret, display_name, context, codecs, max_contacts; \
                by hand: endpoint.language
                  ! bert (plain_user, pjsip.conf:23): secret, context, codecs
                      Too short: at least 12 characters. (The limit is a setting.)
                Left alone: 2
                  pjsip.conf:1: global [global]: is neither part of a trunk nor of a user; it stays in your own \
                configuration
                  pjsip.conf:46: endpoint [guest]: neither a password nor an address tells who it is; anyone who sends \
                its name is let in
                Ignored by Asterisk: 1
                  pjsip.conf:49: expected 'name=value'; a line without '=' is ignored
                """);
    }

    @Test
    void places_of_all_sections_of_an_object() {
        assertThat(ImportBench.lenient().read(MIXED).users().get(0).sections())
                .containsExactly(
                        new Location("pjsip.conf", 10), new Location("pjsip.conf", 15), new Location("pjsip.conf", 19));
    }

    @Test
    void nothing_is_an_answer() {
        assertThat(ImportBench.strict().read("").toString()).isEqualTo("Trunks: 0\nUsers: 0\n");
    }
}
