package io.sipwright.integration.carrier;

import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** What a carrier must have received of one outgoing call. */
record SentCalls(SoftAssertions softly, CarrierCase carrier) {

    private static final List<String> IDENTITIES =
            List.of("P-Asserted-Identity", "P-Preferred-Identity", "Remote-Party-ID", "Diversion");

    /** Once without proof and once with, where the carrier asks for one. */
    void check(List<SipMessage> invites) {
        softly.assertThat(invites).as("INVITEs to %s", carrier).hasSize(carrier.wantsPassword() ? 2 : 1);
        invites.forEach(this::check);
        SipMessage last = invites.get(invites.size() - 1);
        softly.assertThat(last.has("Proxy-Authorization"))
                .as("Proof to %s", carrier)
                .isEqualTo(carrier.wantsPassword());
        if (carrier.wantsPassword()) {
            DigestProof proof = DigestProof.of(last, "Proxy-Authorization");
            equal("Digest user", proof.get("username"), carrier.digestUser);
            equal("Digest realm", proof.get("realm"), carrier.realm);
            softly.assertThat(proof.isMadeWith(CarrierCase.PASSWORD))
                    .as("Proof of the password to %s", carrier)
                    .isTrue();
        }
    }

    private void check(SipMessage invite) {
        equal("Request-URI", invite.requestUri(), carrier.call().uri());
        equal("From", invite.uri("From"), carrier.call().from());
        equal("Contact user", invite.user("Contact"), carrier.call().contact());
        softly.assertThat(invite.uri("Contact"))
                .as("Address and transport in Contact to %s", carrier)
                .matches("sip:[^@]+@127\\.[\\d.]+:\\d+" + transport());
        equal("Route", invite.uri("Route"), carrier.route);
        for (String header : IDENTITIES) {
            equal(header, invite.uri(header), carrier.identities.getOrDefault(header, ""));
        }
        softly.assertThat(invite.body())
                .as("Media to %s", carrier)
                .containsPattern("(?m)^m=audio \\d+ " + CarrierServer.profile(carrier) + " ");
    }

    private String transport() {
        return carrier.transport.equals("udp") ? "" : ";transport=(?i:" + carrier.transport + ")";
    }

    private void equal(String what, String actual, String expected) {
        softly.assertThat(actual).as("%s to %s", what, carrier).isEqualTo(expected);
    }
}
