package io.sipwright.integration.overlap;

import static io.sipwright.integration.overlap.Reached.A;
import static io.sipwright.integration.overlap.Reached.B;
import static io.sipwright.integration.overlap.Reached.NOBODY;
import static io.sipwright.integration.overlap.Reached.NO_EXTENSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second trunk of a carrier is refused. Then what the refusal says is done, and no more; the trunk is accepted, and calls
 * reach the trunk that they are for.
 */
@Timeout(90)
class OverlapAdviceTest {

    private static final String ADDRESS = "127.0.0.2";
    private static final String ELSEWHERE = "127.0.0.3";
    private static final String NUMBER_A = "15551230001";
    private static final String NUMBER_B = "15551230002";

    /** The context of the trunk that takes the calls of both. */
    private static final String SHARED = """
            [shared]
            exten = a,1,%1$s
            exten = b,1,%2$s
            exten = %3$s,1,%1$s
            exten = %4$s,1,%2$s
            """.formatted(A.hangup(), B.hangup(), NUMBER_A, NUMBER_B);

    @AsteriskTest
    void twoRegistrations(AsteriskInstallation installation) throws Exception {
        try (Registrar carrier = new Registrar(ADDRESS);
                Switchboard switchboard = Switchboard.of(installation);
                Sipwright sipwright = switchboard.sipwright()) {
            sipwright.trunks().create(registered("a", A, carrier).build());
            TrunkSpec second = registered("b", B, carrier).build();

            Advice advice = Advice.of(() -> sipwright.trunks().create(second));
            assertThat(advice.line()).contains("b");
            sipwright
                    .trunks()
                    .create(registered("b", B, carrier)
                            .field("inbound_match", "line")
                            .build());

            assertThat(Invite.toContact(carrier.lineOf("b")).from(ADDRESS, switchboard))
                    .isEqualTo(B);
            assertThat(Invite.toContact(carrier.contactOf("a")).from(ADDRESS, switchboard))
                    .isEqualTo(A);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from(ELSEWHERE, switchboard)).isEqualTo(NOBODY);
        }
    }

    @AsteriskTest
    void aRegistrationAndAnAddress(AsteriskInstallation installation) throws Exception {
        try (Registrar carrier = new Registrar(ADDRESS);
                Switchboard switchboard = Switchboard.of(installation);
                Sipwright sipwright = switchboard.sipwright()) {
            sipwright.trunks().create(registered("a", A, carrier).build());
            TrunkSpec second = Trunks.byAddress("b", B, "127.0.0.0/24").build();

            Advice advice = Advice.of(() -> sipwright.trunks().create(second));
            assertThat(advice.line()).contains("a");
            sipwright
                    .trunks()
                    .update(
                            "a",
                            TrunkPatch.builder().field("inbound_match", "line").build());
            sipwright.trunks().create(second);

            assertThat(Invite.toContact(carrier.lineOf("a")).from(ADDRESS, switchboard))
                    .isEqualTo(A);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(B);
        }
    }

    @AsteriskTest
    void twoAddressesAndAHeader(AsteriskInstallation installation, @TempDir Path elsewhere) throws Exception {
        TrunkSpec first = Trunks.byAddress("a", A, ADDRESS).build();
        TrunkSpec second = Trunks.byAddress("b", B, ADDRESS).build();
        Advice advice;
        try (Sipwright before =
                Sipwright.builder().target(ConfigFiles.in(elsewhere)).build()) {
            before.trunks().create(first);
            advice = Advice.of(() -> before.trunks().create(second));
        }
        assertThat(advice.line()).isEmpty();
        try (Switchboard switchboard = Switchboard.ordered(installation, advice.order());
                Sipwright sipwright = switchboard.sipwright()) {
            sipwright.trunks().create(first);
            sipwright
                    .trunks()
                    .update(
                            "a",
                            TrunkPatch.builder()
                                    .overrides(advice.header(NUMBER_A, ADDRESS))
                                    .build());
            TrunkSpec.Builder changed = second.toBuilder();
            for (var override : advice.header(NUMBER_B, ADDRESS)) {
                changed.override(override);
            }
            sipwright.trunks().create(changed.build());

            assertThat(Invite.to(NUMBER_A).from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.to("+" + NUMBER_B).from(ADDRESS, switchboard)).isEqualTo(B);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.to(NUMBER_A).from(ELSEWHERE, switchboard)).isEqualTo(NOBODY);
        }
    }

    @AsteriskTest
    void oneTakesAllAndTheDialplanLooksAtTheNumber(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = new Switchboard(installation, "", SHARED);
                Sipwright sipwright = switchboard.sipwright()) {
            sipwright
                    .trunks()
                    .create(Trunks.byAddress("a", A, ADDRESS)
                            .field("context", "shared")
                            .build());
            TrunkSpec second = Trunks.byAddress("b", B, ADDRESS).build();

            Advice advice = Advice.of(() -> sipwright.trunks().create(second));
            assertThat(advice.none()).contains("b");
            sipwright
                    .trunks()
                    .create(second.toBuilder().field("inbound_match", "none").build());

            assertThat(Invite.to(NUMBER_A).from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.to(NUMBER_B).from(ADDRESS, switchboard)).isEqualTo(B);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(NO_EXTENSION);
        }
    }

    /** For a carrier that leaves the mark away: the user of the contact is still the account's. */
    @AsteriskTest
    void oneTakesAllAndTheDialplanLooksAtTheContactUser(AsteriskInstallation installation) throws Exception {
        try (Registrar carrier = new Registrar(ADDRESS);
                Switchboard switchboard = new Switchboard(installation, "", SHARED);
                Sipwright sipwright = switchboard.sipwright()) {
            sipwright
                    .trunks()
                    .create(registered("a", A, carrier)
                            .field("context", "shared")
                            .build());
            TrunkSpec second = registered("b", B, carrier).build();

            Advice advice = Advice.of(() -> sipwright.trunks().create(second));
            assertThat(advice.none()).contains("b");
            sipwright
                    .trunks()
                    .create(second.toBuilder().field("inbound_match", "none").build());

            assertThat(Invite.toContact(carrier.contactOf("a")).from(ADDRESS, switchboard))
                    .isEqualTo(A);
            assertThat(Invite.toContact(carrier.contactOf("b")).from(ADDRESS, switchboard))
                    .isEqualTo(B);
        }
    }

    /** Known by address, although it registers. */
    private static TrunkSpec.Builder registered(String name, Reached reached, Registrar carrier) {
        return Trunks.registered(name, reached, carrier).inboundSources(ADDRESS);
    }
}
