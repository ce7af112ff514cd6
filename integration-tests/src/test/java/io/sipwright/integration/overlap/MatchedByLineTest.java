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
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** Which trunk a carrier's calls are matched to that knows two registrations of ours, at one address. */
@Timeout(90)
class MatchedByLineTest {

    private static final String ADDRESS = "127.0.0.2";
    private static final String ELSEWHERE = "127.0.0.7";

    /** By default and otherwise: the mark is looked at first, as it has no name that could stand in the order. */
    private static final List<String> ORDERS = List.of("", "username,ip", "header,ip");

    @AsteriskTest
    void byTheMarkAlone(AsteriskInstallation installation) throws Exception {
        try (Registrar carrier = new Registrar(ADDRESS);
                Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(
                    line("a", A, carrier).build(), line("b", B, carrier).build());
            Invite toA = Invite.toContact(carrier.lineOf("a"));
            Invite toB = Invite.toContact(carrier.lineOf("b"));

            assertThat(toA.from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(toB.from(ADDRESS, switchboard)).isEqualTo(B);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.to("a").from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.toContact(toB.target() + "x").from(ADDRESS, switchboard))
                    .isEqualTo(NOBODY);
            assertThat(toB.from(ELSEWHERE, switchboard))
                    .as("who knows the mark needs no address")
                    .isEqualTo(B);
        }
    }

    /** What closes that: the endpoint's own list of addresses is looked at after the match. */
    @AsteriskTest
    void byTheMarkAndFromTheCarrierOnly(AsteriskInstallation installation) throws Exception {
        try (Registrar carrier = new Registrar(ADDRESS);
                Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(line("a", A, carrier)
                    .override(OptionOverride.set("endpoint", "deny", "0.0.0.0/0", "::/0"))
                    .override(OptionOverride.set("endpoint", "permit", ADDRESS))
                    .build());
            Invite toA = Invite.toContact(carrier.lineOf("a"));

            assertThat(toA.from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(toA.from(ELSEWHERE, switchboard)).isEqualTo(NOBODY);
        }
    }

    @AsteriskTest
    void theMarkComesBeforeAddressesInAnyOrder(AsteriskInstallation installation) throws Exception {
        for (String order : ORDERS) {
            try (Registrar carrier = new Registrar(ADDRESS);
                    Switchboard switchboard =
                            order.isEmpty() ? Switchboard.of(installation) : Switchboard.ordered(installation, order)) {
                switchboard.load(
                        line("a", A, carrier).build(),
                        line("b", B, carrier).build(),
                        Trunks.byAddress("c", C, ADDRESS).build());

                assertThat(Invite.toContact(carrier.lineOf("a")).from(ADDRESS, switchboard))
                        .as(order)
                        .isEqualTo(A);
                assertThat(Invite.toContact(carrier.lineOf("b")).from(ADDRESS, switchboard))
                        .as(order)
                        .isEqualTo(B);
                assertThat(Invite.any().from(ADDRESS, switchboard)).as(order).isEqualTo(C);
            }
        }
    }

    private static TrunkSpec.Builder line(String name, Reached reached, Registrar carrier) {
        return Trunks.registered(name, reached, carrier).field("inbound_match", "line");
    }
}
