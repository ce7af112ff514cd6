package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.user.SipUserPatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who telephone notice nothing of changes to others. */
@Timeout(120)
class ServiceContinuityTest {

    private static final int PHONES = 10;
    private static final int RATE = 50;
    private static final int CALLS = 350;
    private static final int APPLIES = 20;

    @TempDir
    Path directory;

    @AsteriskTest
    void noOneNoticesTwentyApplies(AsteriskInstallation installation) throws Exception {
        int answeringPort = SippLoad.freePort();
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                        .file("extensions_more.conf", "[from-internal](+)\nexten = 7100,1,Dial(PJSIP/answering)\n")
                        .file("pjsip_more.conf", answering(answeringPort))
                        .start();
                Host host = Host.of(asterisk)) {
            for (int i = 0; i < PHONES; i++) {
                host.sipwright.users().create(Host.user("phone" + i, Host.OTHER_SECRET, "Phone"));
            }
            assertThat(host.sipwright
                            .users()
                            .create(Host.user("caller", Host.OTHER_SECRET, "Caller"))
                            .awaitApplied(Host.LIMIT)
                            .isVerified())
                    .isTrue();
            Path users = Files.writeString(
                    directory.resolve("users.txt"),
                    IntStream.range(0, PHONES)
                            .mapToObj(i -> "phone" + i + ";[authentication username=phone" + i + " password="
                                    + Host.OTHER_SECRET + "]\n")
                            .collect(Collectors.joining("", "SEQUENTIAL\n", "")));
            int reloads = host.rounds.outcomes.size();
            try (SippLoad called = SippLoad.answering(directory, answeringPort);
                    SippLoad caller = SippLoad.call(asterisk, directory, "caller", Host.OTHER_SECRET, 7500);
                    SippLoad registers = SippLoad.calls("registers", asterisk, directory, users, RATE, CALLS);
                    SippLoad options = SippLoad.calls("options", asterisk, directory, users, RATE, CALLS)) {
                long begin = System.nanoTime();
                for (int i = 0; i < APPLIES; i++) {
                    change(host, i);
                }
                long millis = (System.nanoTime() - begin) / 1_000_000;
                boolean loadedToTheEnd = registers.isRunning() && options.isRunning();
                SippLoad.Result registered = registers.result();
                SippLoad.Result asked = options.result();
                SippLoad.Result call = caller.result();
                SippLoad.Result answered = called.result();
                System.out.printf(
                        "%d | %d applies (%d reloads) in %d ms, load lasted longer: %s | REGISTER at %d/s: %s"
                                + " | OPTIONS at %d/s: %s | the call: %s, %s%n",
                        asterisk.major(),
                        APPLIES,
                        host.rounds.outcomes.size() - reloads,
                        millis,
                        loadedToTheEnd,
                        RATE,
                        registered,
                        RATE,
                        asked,
                        call,
                        answered);
                assertThat(registered).matches(result -> result.exit() == 0 && result.failed() == 0);
                assertThat(registered.successful()).isEqualTo(CALLS);
                assertThat(asked).matches(result -> result.exit() == 0 && result.failed() == 0);
                assertThat(asked.successful()).isEqualTo(CALLS);
                assertThat(call.exit()).as("the call survives, caller").isZero();
                assertThat(answered.exit()).as("the call survives, called").isZero();
            }
        }
    }

    /** Creates, changes and deletes others. */
    private static void change(Host host, int number) {
        String name = "other" + number / 3;
        var change = switch (number % 3) {
            case 0 -> host.sipwright.users().create(Host.user(name));
            case 1 ->
                host.sipwright
                        .users()
                        .update(
                                name,
                                SipUserPatch.builder().displayName("Other").build());
            default -> host.sipwright.users().delete(name);
        };
        assertThat(change.awaitApplied(Duration.ofSeconds(10)).isVerified()).isTrue();
    }

    private static String answering(int port) {
        return """
            [answering]
            type=endpoint
            context=default
            disallow=all
            allow=ulaw
            aors=answering
            [answering]
            type=aor
            contact=sip:answering@127.0.0.1:%d
            """.formatted(port);
    }
}
