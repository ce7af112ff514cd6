package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.ami.FakeAmiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With an endpoint, what belongs to it is named as well where it is gone. */
@Timeout(60)
class MissingObjectsTest {

    @AsteriskTest
    void allThatIsMissingIsNamedThoughItDidNotChange(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk)) {
            for (int i = 0; i < 100; i++) { // more than the stamps of a sample
                deployment.user("user" + i);
            }
            assertThat(deployment.apply()).isInstanceOf(ReloadOutcome.Verified.class);

            deployment.tamperUsers = text -> text.replaceAll("\\[user42]\\n(?:[^\\[\\n].*\\n|\\n)*", "");

            assertThat(Deployment.rejected(deployment.apply()))
                    .containsExactlyInAnyOrder("endpoint user42 MISSING", "auth user42 MISSING", "aor user42 MISSING");
        }
    }

    @AsteriskTest
    void allThatIsMissingIsNamedWhereThereIsNoEndpointAtAll(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk)) {
            deployment.user("alice").tamperUsers = text -> "";

            assertThat(Deployment.rejected(deployment.apply()))
                    .containsExactlyInAnyOrder("endpoint alice MISSING", "auth alice MISSING", "aor alice MISSING");
        }
    }

    @AsteriskTest
    void whatIsThereIsNotNamedWithAnEndpointThatWasRefused(AsteriskServer asterisk) {
        try (Deployment deployment = Deployment.of(asterisk)) {
            deployment.user("alice").tamperUsers = text -> text.replace("type=endpoint", "type=endpoint\nbogus=1");

            assertThat(Deployment.rejected(deployment.apply())).containsExactly("endpoint alice MISSING");
        }
    }

    @Test
    void rowsThatAreGoneAreAskedForThoughNothingElseChanges() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            server.pjsip().load(FakeDeployment.document());
            ReloadRequest gone = new ReloadRequest(
                    2, Manifest.empty(), FakeDeployment.request().wanted());

            assertThat(Deployment.rejected(reloader.refresh(gone)))
                    .contains("endpoint alice NOT_REMOVED", "auth alice NOT_REMOVED", "aor bob NOT_REMOVED");

            server.pjsip().clear();
            assertThat(reloader.refresh(gone)).isEqualTo(new ReloadOutcome.Verified(6));
        }
    }

    @Test
    void whatCannotBeToldStaysOpen() {
        try (FakeAmiServer server = FakeDeployment.start();
                AmiReloader reloader = FakeDeployment.reloader(server).build()) {
            server.onReload(loaded -> {});
            server.on("PJSIPShowAuths").error("Invalid/unknown command");
            ReloadRequest request = FakeDeployment.request();

            assertThat(Deployment.rejected(reloader.reload(request)))
                    .contains("endpoint alice MISSING", "aor alice MISSING")
                    .doesNotContain("auth alice MISSING");
        }
    }
}
