package io.sipwright.integration.carrier;

import io.sipwright.integration.carrier.CarrierCase.Registration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** What a carrier must have received of a registration. */
record SentRegistrations(SoftAssertions softly, CarrierCase carrier) {

    /** The first without proof, the second with. */
    void check(List<SipMessage> registers) {
        Registration expected = carrier.registration.orElseThrow();
        for (SipMessage register : registers.subList(0, 2)) {
            equal("Request-URI", register.requestUri(), expected.uri());
            equal("To", withoutTransport(register.uri("To")), expected.account());
            equal("From", withoutTransport(register.uri("From")), expected.account());
            equal("Contact user", register.user("Contact"), expected.contact());
            equal("Expires", register.header("Expires"), Integer.toString(expected.expires()));
            equal("Route", register.uri("Route"), carrier.route);
            softly.assertThat(register.header("Contact").contains(";line="))
                    .as("Mark in Contact to %s", carrier)
                    .isEqualTo(carrier.sources.isEmpty());
        }
        softly.assertThat(registers.get(0).has("Authorization")).isFalse();
        DigestProof proof = DigestProof.of(registers.get(1), "Authorization");
        equal("Digest user", proof.get("username"), expected.digestUser());
        equal("Digest realm", proof.get("realm"), carrier.realm);
        softly.assertThat(proof.isMadeWith(CarrierCase.PASSWORD))
                .as("Proof of the password to %s", carrier)
                .isTrue();
    }

    /** Which is the way there, no part of the account. */
    private String withoutTransport(String uri) {
        return uri.replace(";transport=" + carrier.transport, "");
    }

    private void equal(String what, String actual, String expected) {
        softly.assertThat(actual).as("%s of a REGISTER to %s", what, carrier).isEqualTo(expected);
    }
}
