package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class WizardExpansionTest {

    @Test
    void aTrunk() {
        assertThat(written("""
                [trunk]
                type = wizard
                sends_auth = yes
                sends_registrations = yes
                transport = ipv4
                remote_hosts = sip1.example.com:5060,sip2.example.com
                outbound_auth/username = testname
                outbound_auth/password = a\\;b
                endpoint/allow = ulaw
                registration/expiration = 300
                """)).isEqualTo("""
                [trunk-oauth]
                type=auth
                username=testname
                password=a\\;b
                auth_type=userpass

                [trunk]
                type=aor
                contact=sip:sip1.example.com:5060
                contact=sip:sip2.example.com

                [trunk]
                type=endpoint
                allow=ulaw
                aors=trunk
                transport=ipv4
                outbound_auth=trunk-oauth

                [trunk-identify]
                type=identify
                endpoint=trunk
                match=sip1.example.com:5060
                match=sip2.example.com

                [trunk-reg-0]
                type=registration
                expiration=300
                server_uri=sip:sip1.example.com:5060
                client_uri=sip:testname@sip1.example.com:5060
                outbound_auth=trunk-oauth
                transport=ipv4

                [trunk-reg-1]
                type=registration
                expiration=300
                server_uri=sip:sip2.example.com
                client_uri=sip:testname@sip2.example.com
                outbound_auth=trunk-oauth
                transport=ipv4
                """);
    }

    @Test
    void aPhoneWithAHint() {
        WizardExpansion expansion = expansion("""
                [phone]
                type = wizard
                accepts_auth = yes
                accepts_registrations = yes
                has_hint = yes
                hint_exten = 1000
                hint_application = Dial(${HINT})
                inbound_auth/username = u
                endpoint/context = inside
                """);
        assertThat(expansion.sections())
                .extracting(made ->
                        made.section().type().orElse("") + " " + made.section().name())
                .containsExactly("auth phone-iauth", "aor phone", "endpoint phone");
        assertThat(expansion.leftOut())
                .extracting(WizardExpansion.Remark::toString)
                .containsExactly(
                        "w.conf:1: [phone] hint of 1000@inside for PJSIP/phone belongs into the dialplan",
                        "w.conf:1: [phone] hint_application of 1000@inside belongs into the dialplan");
        assertThat(expansion.refusals()).isEmpty();
    }

    @Test
    void eachSectionHasThePlaceOfItsWizard() {
        WizardExpansion expansion = expansion("""
                [common](!)
                type = wizard
                accepts_registrations = yes

                [a](common)
                [b](common)
                aor/max_contacts = 2
                """);
        assertThat(expansion.sections())
                .extracting(WizardExpansion.Made::location)
                .containsExactly(
                        new Location("w.conf", 5),
                        new Location("w.conf", 5),
                        new Location("w.conf", 6),
                        new Location("w.conf", 6));
        assertThat(expansion.sections().get(2).section().options())
                .contains(new Option("max_contacts", "2"))
                .first()
                .isEqualTo(new Option("type", "aor"));
    }

    @Test
    void allThatIsWrongAtOnceAndNothingOfThatWizard() {
        WizardExpansion expansion = expansion("""
                [bad]
                type = wizard
                sends_auth = yes
                accepts_auth = yes
                sends_registrations = yes
                has_phoneprov = yes
                server_uri_pattern = sip:${GLOBAL}
                outbound_auth/password = hidden
                [good]
                type = wizard
                accepts_registrations = yes
                [worse]
                type = wizard
                remote_hosts = a b,,c
                """);
        assertThat(expansion.refusals())
                .extracting(WizardExpansion.Remark::toString)
                .containsExactly(
                        "w.conf:1: [bad] sends_auth needs outbound_auth/username",
                        "w.conf:1: [bad] accepts_auth needs inbound_auth/username",
                        "w.conf:1: [bad] has_phoneprov needs phoneprov/MAC",
                        "w.conf:1: [bad] sends_registrations needs remote_hosts",
                        "w.conf:1: [bad] needs remote_hosts, or accepts_registrations, or sends_line_with_registrations",
                        "w.conf:1: [bad] server_uri_pattern: expected no variable but ${REMOTE_HOST} and ${USERNAME};"
                                + " others only the running dialplan knows",
                        "w.conf:12: [worse] remote_hosts: expected hosts, each with a port if need be, separated by"
                                + " commas",
                        "w.conf:12: [worse] remote_hosts: expected no empty entry; Asterisk makes the contact 'sip:'"
                                + " of it");
        assertThat(expansion.sections())
                .extracting(made -> made.section().name())
                .containsOnly("good");
        assertThat(expansion.toString()).doesNotContain("hidden");
    }

    @Test
    void whatHasNoEffectIsSaid() {
        WizardExpansion expansion = expansion("""
                [w]
                type = wizard
                accepts_registrations = yes
                send_auth = yes
                outbound_auth/password = hidden
                registration/expiration = 60
                identify/match = 10.0.0.1
                endpoint/type = aor
                Endpoint/context = x
                endpoint = y
                phoneprov/MAC = 1
                inbound_auth/username = u
                [w2]
                type = endpoint
                [w]
                type = wizard
                accepts_registrations = yes
                """.replace("[w2]", "[v](w)\n[w2]"));
        assertThat(expansion.leftOut())
                .extracting(WizardExpansion.Remark::toString)
                .containsExactly(
                        "w.conf:1: [w] is replaced by a later wizard of the same name",
                        "w.conf:13: [v] send_auth is no option of a wizard; the module ignores it",
                        "w.conf:13: [v] outbound_auth/password has no effect without sends_auth",
                        "w.conf:13: [v] registration/expiration has no effect without sends_registrations",
                        "w.conf:13: [v] identify/match has no effect, since accepts_registrations or"
                                + " sends_line_with_registrations leaves no identify",
                        "w.conf:13: [v] endpoint/type has no effect",
                        "w.conf:13: [v] Endpoint/context is no option of a wizard; the module ignores it",
                        "w.conf:13: [v] endpoint is no option of a wizard; the module ignores it",
                        "w.conf:13: [v] phoneprov/MAC has no effect without has_phoneprov",
                        "w.conf:13: [v] inbound_auth/username has no effect without accepts_auth",
                        "w.conf:14: [w2] is no wizard; the module ignores it");
        assertThat(expansion.toString()).doesNotContain("hidden");
    }

    @Test
    void aPatternThatIsNotNeededMaySayAnything() {
        String pattern = "contact_pattern = sip:${CUT(REMOTE_HOST,.,1)}\n";
        String trunk = "[t]\ntype = wizard\nremote_hosts = 192.0.2.1\n" + pattern;
        assertThat(expansion(trunk).refusals())
                .extracting(WizardExpansion.Remark::toString)
                .containsExactly("w.conf:1: [t] contact_pattern: expected no variable but ${REMOTE_HOST}; others only"
                        + " the running dialplan knows");
        assertThat(expansion(trunk + "aor/contact = sip:192.0.2.2\n").refusals())
                .isEmpty();
        assertThat(expansion("[p]\ntype = wizard\naccepts_registrations = yes\n" + pattern)
                        .refusals())
                .isEmpty();
    }

    @Test
    void aNameThatNoFileCanHold() {
        String name = "n".repeat(72);
        assertThat(expansion("[" + name + "]\ntype = wizard\nremote_hosts = 192.0.2.1\n")
                        .refusals())
                .singleElement()
                .asString()
                .contains("[" + name + "-identify] has more than 79 bytes");
    }

    @Test
    void anEmptyFile() {
        assertThat(expansion("")).isEqualTo(new WizardExpansion(List.of(), List.of(), List.of()));
    }

    private static WizardExpansion expansion(String text) {
        return WizardExpansion.of(PjsipParser.create().parse("w.conf", text));
    }

    private static String written(String text) {
        return PjsipWriter.toString(new PjsipDocument(List.copyOf(expansion(text).sections().stream()
                .map(WizardExpansion.Made::section)
                .toList())));
    }
}
