package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.Sipp;
import io.sipwright.user.SipUserSpec;
import java.util.concurrent.CompletableFuture;

/** A dialplan can hold a user to the limit of calls that was provisioned, in the way the documentation says. */
class CallLimitTest {

    private static final String SECRET = "Vq7wT2mXc9RkLp4Z";

    private static final String DIALPLAN = """
            [limited]
            exten = 7000,1,Set(GROUP()=${CHANNEL(endpoint)})
             same = n,GotoIf($[${GROUP_COUNT(${CHANNEL(endpoint)})} > ${CALL_LIMIT}]?busy)
             same = n,Answer()
             same = n,Wait(20)
             same = n,Hangup()
             same = n(busy),Busy(1)
            """;

    @AsteriskTest
    void theCallBeyondTheLimitIsRefused(AsteriskInstallation installation) throws Exception {
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                .file("extensions_more.conf", DIALPLAN)
                .module("func_channel.so")
                .module("func_groupcount.so")
                .start()) {
            provision(asterisk);
            CompletableFuture<Boolean> first = call(asterisk, "call.xml");
            CompletableFuture<Boolean> second = call(asterisk, "call.xml");
            awaitChannels(asterisk, 2);

            assertThat(call(asterisk, "busy.xml").get()).isTrue();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
            assertThat(asterisk.complaints()).isEmpty();
        }
    }

    private static void provision(AsteriskServer asterisk) {
        Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .target(ConfigFiles.in(asterisk.configDirectory()))
                .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                        .orElseThrow())
                .reloader(request -> {
                    asterisk.reload();
                    return new ReloadOutcome.Accepted();
                })
                .build()
                .users()
                .create(SipUserSpec.builder("agent", "basic_user")
                        .extension("1001")
                        .context("limited")
                        .callLimit(2)
                        .secret(SECRET)
                        .build());
    }

    private static CompletableFuture<Boolean> call(AsteriskServer asterisk, String scenario) {
        Sipp sipp = Sipp.scenario(CallLimitTest.class.getResource(scenario));
        return CompletableFuture.supplyAsync(() -> sipp.run(asterisk, "agent", SECRET));
    }

    /** Waits, for five seconds at most, until so many calls are up. */
    private static void awaitChannels(AsteriskServer asterisk, int count) {
        long deadline = System.nanoTime() + 5_000_000_000L;
        String shown = "";
        while (!shown.contains(count + " active channels") && System.nanoTime() < deadline) {
            shown = asterisk.cli("core show channels");
        }
        assertThat(shown).contains(count + " active channels");
    }
}
