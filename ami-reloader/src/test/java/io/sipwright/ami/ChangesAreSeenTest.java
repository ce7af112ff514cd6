package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import org.junit.jupiter.api.Timeout;

/** What was written as it should be is seen running. */
@Timeout(60)
class ChangesAreSeenTest {
    private static final int NOBODY = 9; // the port of the discard service

    @AsteriskTest
    void aUserIsCreatedChangedAndDeleted(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk)) {
            assertThat(deployment.apply()).as("nothing at all").isEqualTo(new Verified(0));
            assertThat(deployment.user("alice").user("bob").apply()).isEqualTo(new Verified(6));
            assertThat(deployment.user("alice", "another-Secret-4711").apply())
                    .as("the auth, and a sample of five that did not change")
                    .isEqualTo(new Verified(6));
            deployment.users.remove("bob");
            assertThat(deployment.apply()).as("three that are gone, and three").isEqualTo(new Verified(6));
            deployment.users.clear();
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
            assertThat(asterisk.complaints()).isEmpty();
        }
    }

    @AsteriskTest
    void aTrunkIsCreatedChangedAndDeleted(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk)) {
            assertThat(deployment.trunk("carrier", NOBODY, "first-Secret-4711").apply())
                    .isInstanceOf(Verified.class);
            assertThat(deployment.trunk("carrier", NOBODY, "second-Secret-4711").apply())
                    .isInstanceOf(Verified.class);
            assertThat(deployment
                            .trunk("carrier.b-2_x", NOBODY, "third-Secret-4711")
                            .apply())
                    .isInstanceOf(Verified.class);
            deployment.trunks.remove("carrier");
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
            deployment.trunks.clear();
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
        }
    }

    @AsteriskTest
    void anotherReloaderOfTheSameAsteriskVerifiesAllWithoutAReload(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk);
                AmiReloader fresh = Deployment.reloader(asterisk).build()) {
            deployment.user("alice").trunk("carrier", NOBODY, "first-Secret-4711");
            assertThat(fresh.verify(deployment.request()))
                    .isInstanceOf(io.sipwright.reload.ReloadOutcome.Rejected.class);
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
            assertThat(fresh.verify(deployment.request())).isInstanceOf(Verified.class);
        }
    }
}
