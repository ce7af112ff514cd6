package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is not taken over, and the sentence that says why. */
class ImportLeftAloneTest {

    private static final String TRUNK = """
            [t]
            type=endpoint
            aors=t
            [t]
            type=aor
            contact=sip:sip.carrier.example
            [t]
            type=identify
            endpoint=t
            match=192.0.2.1
            """;

    private static List<String> reasons(String text) {
        return ImportBench.strict().read(text).leftAlone().stream()
                .map(left -> left.title() + ": " + left.reason())
                .distinct()
                .toList();
    }

    /** The same sentence for each section of a group, and nothing taken. */
    private static String reason(String text) {
        PjsipImportPreview preview = ImportBench.strict().read(text);
        assertThat(ImportBench.names(preview)).isEmpty();
        List<String> reasons =
                preview.leftAlone().stream().map(LeftAlone::reason).distinct().toList();
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }

    @Test
    void what_is_neither_trunk_nor_user() {
        assertThat(reasons("[udp]\ntype=transport\nbind=0.0.0.0\n[acl]\ntype=acl\n[x]\ntype=strange\n[y]\na=b\n"))
                .containsExactly(
                        "transport [udp]: is neither part of a trunk nor of a user; it stays in your own configuration",
                        "acl [acl]: is neither part of a trunk nor of a user; it stays in your own configuration",
                        "strange [x]: is neither part of a trunk nor of a user; it stays in your own configuration",
                        "[y]: has no type; Asterisk ignores it");
    }

    @Test
    void what_no_endpoint_refers_to() {
        assertThat(reasons("[a]\ntype=auth\nusername=a\npassword=x\n[b]\ntype=aor\n[r]\ntype=registration\n"
                        + "server_uri=sip:h\nclient_uri=sip:u@h\n"))
                .containsExactly(
                        "auth [a]: no endpoint refers to it",
                        "aor [b]: no endpoint refers to it",
                        "registration [r]: no endpoint refers to it");
    }

    @Test
    void what_two_endpoints_share() {
        assertThat(
                        reason(
                                "[a]\ntype=endpoint\nauth=x\n[b]\ntype=endpoint\nauth=x\n[x]\ntype=auth\nusername=x\npassword=x\n"))
                .isEqualTo("it is shared by the endpoints a, b");
    }

    @Test
    void what_very_many_endpoints_share() {
        String text = "[x]\ntype=auth\nusername=x\npassword=x\n"
                + IntStream.range(0, 1_000)
                        .mapToObj(i -> "[e" + i + "]\ntype=endpoint\nauth=x\n")
                        .collect(Collectors.joining());

        assertThat(reason(text)).isEqualTo("it is shared by the endpoints e0, e1, e2, e3, e4, e5, e6, e7 and 992 more");
    }

    @Test
    void what_names_something_that_is_not_there() {
        assertThat(reason("[a]\ntype=endpoint\nauth=b\naors=c,d\noutbound_auth=e\n"))
                .startsWith("it names what is not there: ")
                .contains("auth b")
                .contains("aors c", "aors d", "outbound_auth e");
    }

    @Test
    void what_asterisk_would_not_load() {
        assertThat(reason(ImportBench.phone("anna").replace("max_contacts=1", "max_contacts=many")))
                .isEqualTo("not good for Asterisk 22: aor [anna]: max_contacts expected a whole number from 0 to"
                        + " 4294967295");
        assertThat(reason(ImportBench.phone("anna").replace("max_contacts=1", "max_contact=1")))
                .isEqualTo("not good for Asterisk 22: aor [anna]: max_contact is no option of type=aor; did you mean"
                        + " 'max_contacts'?");
    }

    @Test
    void what_anyone_could_call_through() {
        assertThat(reason("[a]\ntype=endpoint\naors=a\n[a]\ntype=aor\n"))
                .isEqualTo("neither a password nor an address tells who it is; anyone who sends its name is let in");
    }

    @Test
    void what_has_more_parts_than_any_template() {
        assertThat(reason(TRUNK + "[u]\ntype=identify\nendpoint=t\nmatch=192.0.2.2\n"))
                .isEqualTo("no template has a place for more than one identify: t, u");
        assertThat(reason(ImportBench.phone("anna").replace("aors=anna", "aors=anna,b") + "[b]\ntype=aor\n"))
                .isEqualTo("no template has a place for more than one aor: anna, b");
    }

    @Test
    void what_no_template_can_say() {
        assertThat(reason("[a]\ntype=endpoint\nauth=a\n[a]\ntype=auth\nusername=a\npassword=" + ImportBench.SECRET
                        + "\n"))
                .isEqualTo("no template can say what these sections say together: endpoint [a], auth [a]");
    }

    @Test
    void what_differs_from_another_in_case_only() {
        PjsipImportPreview preview = ImportBench.strict().read(ImportBench.phone("anna") + ImportBench.phone("Anna"));

        assertThat(ImportBench.names(preview)).containsExactly("user anna");
        assertThat(preview.leftAlone())
                .hasSize(3)
                .allMatch(left ->
                        left.reason().equals("the name Anna is taken by anna; upper and lower case count as the same"));
    }

    @Test
    void what_is_larger_than_any_object() {
        String text = TRUNK
                + IntStream.range(0, 2_500)
                        .mapToObj(i -> "match=10.0." + i / 256 + "." + i % 256 + "\n")
                        .collect(Collectors.joining());

        assertThat(reason(text))
                .isEqualTo("it has more than 2000 options with its other sections; an object has fewer");
    }

    @Test
    void what_a_wizard_makes_beside_a_section() {
        FoundSections found = new FoundSections();
        var parser = io.sipwright.pjsip.PjsipParser.create();
        found.add(parser.parse("pjsip.conf", TRUNK));
        found.addWizards(parser.parse("pjsip_wizard.conf", "[t]\ntype=wizard\nremote_hosts=h\n"));
        found.finish();

        assertThat(found.others())
                .extracting(LeftAlone::toString)
                .containsExactly("pjsip_wizard.conf:1: wizard: a section at pjsip.conf:4 has the name of its aor [t],"
                        + " and Asterisk takes that");
        assertThat(found.sections()).hasSize(3);
    }

    @Test
    void what_a_wizard_makes_in_part_only() {
        assertThat(ImportBench.strict()
                        .importing()
                        .read("pjsip_wizard.conf", "[t]\ntype=wizard\nsends_auth=yes\nremote_hosts=h\n")
                        .leftAlone())
                .extracting(LeftAlone::toString)
                .containsExactly("pjsip_wizard.conf:1: wizard: [t] sends_auth needs outbound_auth/username");
    }

    @Test
    void doors_that_are_open_are_told() {
        PjsipImportPreview preview = ImportBench.strict().read(TRUNK.replace("match=192.0.2.1", "match=10.0.0.0/8"));

        assertThat(ImportBench.names(preview)).containsExactly("trunk t");
        assertThat(preview.trunks().get(0).spec().wideInboundAllowed()).isTrue();
        assertThat(preview.trunks().get(0).notes())
                .containsExactlyInAnyOrder(
                        "Calls are accepted from a wide network; narrow its inbound sources if you can.",
                        "Calls from anyone who sends its name are taken for its own; take the override of"
                                + " endpoint.identify_by away to end that.");
    }

    @Test
    void a_closed_door_needs_no_word() {
        assertThat(ImportBench.strict()
                        .read(TRUNK.replace("type=endpoint\n", "type=endpoint\nidentify_by=ip\n"))
                        .trunks()
                        .get(0)
                        .notes())
                .isEmpty();
    }
}
