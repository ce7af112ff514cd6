package io.sipwright.integration.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestProofTest {

    /** The example of RFC 2617, section 3.5. */
    private static final DigestProof PROOF = DigestProof.of(
            new SipMessage(
                    true,
                    "GET /dir/index.html HTTP/1.1",
                    List.of("Authorization: Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
                            + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", qop=auth,"
                            + " nc=00000001, cnonce=\"0a4f113b\", response=\"6629fae49393a05397450978507c4ef1\""),
                    ""),
            "Authorization");

    @Test
    void isMadeWithThePasswordAndNoOther() {
        assertThat(PROOF.isMadeWith("Circle Of Life")).isTrue();
        assertThat(PROOF.isMadeWith("circle of life")).isFalse();
    }

    @Test
    void namesItsUser() {
        assertThat(PROOF.get("username")).isEqualTo("Mufasa");
        assertThat(PROOF.get("nobody")).isEmpty();
    }
}
