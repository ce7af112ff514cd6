package io.sipwright.integration.overlap;

import static io.sipwright.integration.overlap.Reached.A;
import static io.sipwright.integration.overlap.Reached.B;
import static io.sipwright.integration.overlap.Reached.C;
import static io.sipwright.integration.overlap.Reached.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/** What Asterisk makes of trunks that are recognised by address, and of those that we refuse: with addresses in common. */
@Timeout(90)
class MatchedByAddressTest {

    private static final String ADDRESS = "127.0.0.2";

    @AsteriskTest
    void addressesOfTheirOwn(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(
                    trunk("a", A, "127.0.0.2"),
                    trunk("b", B, "127.0.0.3,127.0.1.0/24"),
                    trunk("c", C, "127.0.2.0/255.255.255.0"));

            assertThat(Invite.any().from("127.0.0.2", switchboard)).isEqualTo(A);
            assertThat(Invite.any().from("127.0.0.3", switchboard)).isEqualTo(B);
            assertThat(Invite.any().from("127.0.1.77", switchboard)).isEqualTo(B);
            assertThat(Invite.any().from("127.0.2.77", switchboard)).isEqualTo(C);
            assertThat(Invite.any().from("127.0.0.4", switchboard)).isEqualTo(NOBODY);
        }
    }

    /** 22 goes by the names of the sections. 16 has the first in the file as long as there are no other trunks. */
    @AsteriskTest
    void theSameAddressTwice(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(trunk("a", A, ADDRESS), trunk("b", B, ADDRESS));
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(A);

            switchboard.load(trunk("b", B, ADDRESS), trunk("a", A, ADDRESS));
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(switchboard.major() == 22 ? A : B);

            switchboard.load(trunk("b", B, ADDRESS), trunk("a", A, ADDRESS));
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(switchboard.major() == 22 ? A : B);
        }
    }

    /** In 16, trunks that have nothing to do with it take the calls from one and give them to the other. */
    @AsteriskTest
    void theSameAddressTwiceAmongOthers(AsteriskInstallation installation) throws Exception {
        TrunkSpec[] both = {trunk("b", B, ADDRESS), trunk("a", A, ADDRESS)};
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(with(both, 1));
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(A);

            switchboard.load(with(both, 5));
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(switchboard.major() == 22 ? A : B);
        }
    }

    private static TrunkSpec[] with(TrunkSpec[] trunks, int others) {
        return Stream.concat(
                        Stream.of(trunks),
                        IntStream.range(0, others)
                                .mapToObj(i -> trunk(Character.toString('c' + i), C, "127.0.1." + (i + 1))))
                .toArray(TrunkSpec[]::new);
    }

    /** The smaller network does not count for more: renamed, the same two change places. */
    @AsteriskTest
    void aNetworkAndAnAddressInIt(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(trunk("a", A, "127.0.0.0/24"), trunk("b", B, ADDRESS));
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(A);

            switchboard.load(trunk("a", B, ADDRESS), trunk("b", A, "127.0.0.0/24"));
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(B);
            assertThat(Invite.any().from("127.0.0.3", switchboard)).isEqualTo(A);
        }
    }

    /** Why addresses are compared as numbers, and not as they are written. */
    @AsteriskTest
    void anIpv4AddressInTheDressOfIpv6(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(trunk("a", A, "::ffff:127.0.0.2"), trunk("b", B, "::ffff:127.0.1.0/24"));

            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from("127.0.0.3", switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.any().from("127.0.1.9", switchboard)).isEqualTo(B);
        }
    }

    @AsteriskTest
    void aPortOfTheSender(AsteriskInstallation installation) throws Exception {
        int one = SippScenario.freePort(ADDRESS);
        try (Switchboard switchboard = Switchboard.of(installation)) {
            int other = SippScenario.freePort(ADDRESS);
            switchboard.load(trunk("a", A, ADDRESS + ":" + one), trunk("b", B, ADDRESS + ":" + other));

            assertThat(Invite.any().from(ADDRESS, one, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from(ADDRESS, other, switchboard)).isEqualTo(B);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(NOBODY);
        }
    }

    /** Why the schema takes none of these for a host name. */
    @AsteriskTest
    void numbersThatLookLikeNames(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(trunk("a", A, "127.2"), trunk("b", B, "0x7f.0.0.3"), trunk("c", C, "0177.0.0.4"));

            assertThat(Invite.any().from("127.0.0.2", switchboard)).isEqualTo(A);
            assertThat(Invite.any().from("127.0.0.3", switchboard)).isEqualTo(B);
            assertThat(Invite.any().from("127.0.0.4", switchboard)).isEqualTo(C);
        }
    }

    private static TrunkSpec trunk(String name, Reached reached, String match) {
        return Trunks.byAddress(name, reached, "127.0.0.99")
                .override(OptionOverride.set("identify", "match", match))
                .build();
    }
}
