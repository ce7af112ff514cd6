package io.sipwright.testkit.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.PjsipParser;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.WithAsterisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A fake and an Asterisk 22 that are to give the same answers, but for what differs from run to run. */
@WithAsterisk(22)
@Timeout(60)
abstract class BesideAsterisk {

    static final String FILE = "pjsip_users.conf";

    private AsteriskServer asterisk;
    private FakeAmiServer fake;
    private RawAmi real;
    private RawAmi ours;

    @BeforeEach
    final void start(AsteriskServer server) throws IOException {
        asterisk = server;
        fake = FakeAmiServer.builder(server.amiUser(), server.amiSecret())
                .configDirectory(server.configDirectory())
                .start();
        real = RawAmi.login(server.amiPort(), server.amiUser(), server.amiSecret(), "Events: off");
        ours = RawAmi.login(fake.port(), server.amiUser(), server.amiSecret(), "Events: off");
        load("");
    }

    @AfterEach
    final void stop() throws IOException {
        real.close();
        ours.close();
        fake.close();
    }

    final void load(String text) throws IOException {
        asterisk.write(FILE, text);
        fake.onReload(
                loaded -> loaded.load(PjsipParser.create().parse(FILE, text).document()));
        assertSame("Action: Reload", "Module: res_pjsip.so");
    }

    final AsteriskServer asterisk() {
        return asterisk;
    }

    final FakeAmiServer fake() {
        return fake;
    }

    final RawAmi real() {
        return real;
    }

    final void assertSame(String... action) throws IOException {
        assertThat(comparable(ours.ask(action))).as(String.join(" | ", action)).isEqualTo(comparable(real.ask(action)));
    }

    /** The fields of an object come in an order of chance: all but the first two lines are sorted. */
    private static List<List<String>> comparable(List<List<String>> messages) {
        List<List<String>> all = new ArrayList<>();
        for (List<String> message : messages) {
            int head = Math.min(message.size(), 2);
            List<String> lines = new ArrayList<>(message.subList(0, head));
            message.subList(head, message.size()).stream()
                    .map(line -> line.replaceFirst("^(Timestamp|Challenge|AsteriskVersion|ID): .+", "$1: ..."))
                    .sorted()
                    .forEach(lines::add);
            all.add(lines);
        }
        return all;
    }
}
