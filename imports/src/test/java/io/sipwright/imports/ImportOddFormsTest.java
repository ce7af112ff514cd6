package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.BatchProgress;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a thing is written, it is the same object. */
class ImportOddFormsTest {

    private static final String PLAIN = """
            [anna]
            type=endpoint
            auth=anna
            aors=anna
            allow=!all,alaw,ulaw
            direct_media=no
            callerid="Anna" <1001>
            [anna]
            type=auth
            auth_type=userpass
            username=anna
            password=Vk7qLw2-Zr9xTm4
            [anna]
            type=aor
            max_contacts=2
            """;

    static Stream<String> spellings() {
        return Stream.of(
                PLAIN.replace("\n", "\r\n"),
                "\uFEFF" + PLAIN,
                PLAIN.replace("=", "\t=\t"),
                PLAIN.replace("=", " => "),
                PLAIN.replaceAll("(?m)^", " \t"),
                PLAIN.replaceAll("(?m)$", " ; said so"),
                PLAIN.replace("\n", "\n\n;-- more\n--;\n"),
                PLAIN.replace("direct_media", "DIRECT_MEDIA").replace("max_contacts", "Max_Contacts"),
                PLAIN.replace("direct_media=no", "direct_media=False"),
                PLAIN.replace("direct_media=no", "direct_media=yes\ndirect_media=0"),
                PLAIN.replace("max_contacts=2", "max_contacts=1\nmax_contacts=2"),
                PLAIN.replace("allow=!all,alaw,ulaw", "disallow=all\nallow=alaw\nallow=ulaw"),
                PLAIN.replace("allow=!all,alaw,ulaw", "allow=all\nallow=!all\nallow=ALAW | ulaw,alaw"),
                PLAIN.replace("allow=!all,alaw,ulaw", "disallow=all\nallow=g722,alaw,ulaw\ndisallow=g722"),
                PLAIN.replace("\"Anna\" <1001>", "Anna <1001>"),
                PLAIN.replace("\"Anna\" <1001>", "\"Anna\"<1001>"),
                PLAIN.replace("auth_type=userpass", "auth_type=digest"),
                PLAIN.replace("auth_type=userpass\n", "@mark=x\n"),
                PLAIN.replace("[anna]\ntype=endpoint", "[base](!)\ntype=endpoint\n[anna](base)"),
                PLAIN + "[anna](+type=endpoint)\nlanguage=de\nlanguage=\n",
                PLAIN.replace("auth=anna", "auth= anna ,"));
    }

    private static SipUserSpec user(String text) {
        List<ImportedObject<SipUserSpec>> users =
                ImportBench.strict().read(text).users();
        assertThat(users).hasSize(1);
        return users.get(0).spec();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void one_object_in_many_spellings(String text) {
        ImportBench bench = ImportBench.strict();
        bench.read(PLAIN).store(BatchProgress.ignored());

        assertThat(ImportBench.actions(bench.read(text))).containsExactly(io.sipwright.BatchPreview.Action.UNCHANGED);
        assertThat(user(text)).isEqualTo(user(PLAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"an na", "anna@example", "+4930123", "\u00e4nna", "anna&bert", "1001#2", "-anna", "_anna", "a"})
    void what_nothing_can_be_called_keeps_its_name_in_asterisk(String name) {
        ImportBench bench = ImportBench.strict();
        PjsipImportPreview preview = bench.read(ImportBench.phone(name));

        assertThat(preview.users()).as(preview.toString()).hasSize(1);
        ImportedObject<SipUserSpec> user = preview.users().get(0);
        assertThat(preview.changes().violations()).isEmpty();
        assertThat(user.spec().name()).matches("[A-Za-z0-9][A-Za-z0-9_.-]*");
        if (!user.spec().name().equals(name)) {
            assertThat(user.spec().overrides().toString()).contains("endpoint.@name");
            assertThat(user.notes())
                    .containsExactly("Nothing can be called " + name + " here; its endpoint keeps the name.");
        }
    }

    @Test
    void a_long_name_is_kept_as_long_as_an_object_can_have_it() {
        assertThat(ImportBench.names(ImportBench.strict().read(ImportBench.phone("n".repeat(79)))))
                .containsExactly("user " + "n".repeat(79));
    }

    @Test
    void names_that_become_the_same_are_numbered() {
        PjsipImportPreview preview = ImportBench.strict()
                .read(ImportBench.phone("a b")
                        + ImportBench.phone("a@b")
                        + ImportBench.phone("a_b_3")
                        + ImportBench.phone("a&b")
                        + ImportBench.phone("a#b"));

        assertThat(ImportBench.names(preview))
                .containsExactly("user a_b", "user a_b_2", "user a_b_3", "user a_b_4", "user a_b_5");
        assertThat(preview.changes().violations()).isEmpty();
    }

    @Test
    void a_trunk_with_a_dozen_addresses_needs_no_override_for_them() {
        StringBuilder text = new StringBuilder(
                "[t]\ntype=endpoint\naors=t\n[t]\ntype=aor\ncontact=sip:sip.carrier.example\n[t]\ntype=identify\nendpoint=t\n");
        for (int i = 1; i <= 12; i++) {
            text.append("match=192.0.2.").append(i).append('\n');
        }

        ImportedObject<io.sipwright.trunk.TrunkSpec> trunk =
                ImportBench.strict().read(text.toString()).trunks().get(0);

        assertThat(trunk.spec().fields().asMap().get("inbound_sources").items()).hasSize(12);
        assertThat(trunk.spec().overrides().toString()).doesNotContain("identify.match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip.telnyx.com=telnyx",
                "us-west-or.sip.flowroute.com=flowroute",
                "atlanta1.voip.ms=voipms",
                "sip.example.net=plain_trunk"
            })
    void a_carrier_is_known_by_its_server(String serverAndTemplate) {
        String[] parts = serverAndTemplate.split("=");
        String text = """
                [t]
                type=endpoint
                aors=t
                outbound_auth=t
                transport=transport-udp
                context=from-trunk
                disallow=all
                allow=ulaw,alaw
                direct_media=no
                rtp_symmetric=yes
                from_user=acc77
                from_domain=SERVER
                [t]
                type=aor
                contact=sip:SERVER
                [t]
                type=auth
                username=acc77
                password=Vk7qLw2-Zr9xTm4
                [t]
                type=registration
                outbound_auth=t
                server_uri=sip:SERVER
                client_uri=sip:acc77@SERVER
                """.replace("SERVER", parts[0]);

        PjsipImportPreview preview = ImportBench.strict().read(text);

        assertThat(ImportBench.names(preview)).as(preview.toString()).containsExactly("trunk t");
        assertThat(preview.trunks().get(0).spec().templateId()).isEqualTo(parts[1]);
    }
}
