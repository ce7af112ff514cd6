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
import org.junit.jupiter.api.Timeout;

/** Which trunk a call is matched to by one of its headers, and when headers are looked at. */
@Timeout(90)
class MatchedByHeaderTest {

    private static final String ADDRESS = "127.0.0.2";
    private static final String ELSEWHERE = "127.0.0.3";
    private static final String BEFORE_NAMES = "ip,header,username,anonymous";

    /** A user who may call with a password, and whoever is not known. */
    private static final String OTHERS = """
            [1001]
            type = endpoint
            context = %1$s
            disallow = all
            allow = ulaw
            auth = 1001

            [1001]
            type = auth
            auth_type = userpass
            username = 1001
            password = Vq7-wT2-mXc9Rk

            """.formatted(C.context());

    private static final String ANONYMOUS = """
            [anonymous]
            type = endpoint
            context = %1$s
            disallow = all
            allow = ulaw

            """.formatted(C.context());

    @AsteriskTest
    void byValueAndByPattern(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(header("a", A, "X-Trunk: a"), header("b", B, "To: /sip:[+]?15551230002@/"));

            assertThat(Invite.any().marked("a").from(ELSEWHERE, switchboard)).isEqualTo(A);
            assertThat(Invite.any().marked("ab").from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.to("15551230002").from(ADDRESS, switchboard)).isEqualTo(B);
            assertThat(Invite.to("+15551230002").from(ADDRESS, switchboard)).isEqualTo(B);
            assertThat(Invite.to("115551230002").from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.to("155512300021").from(ADDRESS, switchboard)).isEqualTo(NOBODY);
        }
    }

    @AsteriskTest
    void ofSeveralHeadersTheLastCountsAndAPatternHasAlternatives(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(
                    Trunks.byAddress("a", A, ADDRESS)
                            .override(OptionOverride.remove("identify", "match"))
                            .override(OptionOverride.set("identify", "match_header", "X-Trunk: a", "X-Trunk: c"))
                            .build(),
                    header("b", B, "X-Trunk: /^(b|d)$/"));

            assertThat(Invite.any().marked("a").from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.any().marked("c").from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().marked("b").from(ADDRESS, switchboard)).isEqualTo(B);
            assertThat(Invite.any().marked("d").from(ADDRESS, switchboard)).isEqualTo(B);
        }
    }

    /** In one section they are alternatives; both at once takes the endpoint's own list of addresses. */
    @AsteriskTest
    void anAddressOrAHeader(AsteriskInstallation installation) throws Exception {
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(Trunks.byAddress("a", A, ADDRESS)
                    .override(OptionOverride.set("identify", "match_header", "X-Trunk: a"))
                    .build());

            assertThat(Invite.any().marked("a").from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().marked("a").from(ELSEWHERE, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from(ELSEWHERE, switchboard)).isEqualTo(NOBODY);

            switchboard.load(Trunks.byHeader("a", A, "X-Trunk: a")
                    .override(OptionOverride.set("endpoint", "deny", "0.0.0.0/0", "::/0"))
                    .override(OptionOverride.set("endpoint", "permit", ADDRESS))
                    .build());

            assertThat(Invite.any().marked("a").from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(Invite.any().marked("a").from(ELSEWHERE, switchboard)).isEqualTo(NOBODY);
        }
    }

    @AsteriskTest
    void addressesComeFirstUnlessTheOrderSaysOtherwise(AsteriskInstallation installation) throws Exception {
        TrunkSpec[] trunks = {
            header("a", A, "X-Trunk: a"), Trunks.byAddress("b", B, ADDRESS).build()
        };
        Invite marked = Invite.any().marked("a");
        try (Switchboard switchboard = Switchboard.of(installation)) {
            switchboard.load(trunks);
            assertThat(marked.from(ADDRESS, switchboard)).isEqualTo(B);
            switchboard.reorder("header,ip");
            assertThat(marked.from(ADDRESS, switchboard))
                    .as("a reload does not change the order")
                    .isEqualTo(B);
        }
        try (Switchboard switchboard = Switchboard.ordered(installation, "header,ip")) {
            switchboard.load(trunks);
            assertThat(marked.from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(B);
        }
    }

    /** Headers come last by default: after whoever is called like the caller, and after anonymous. */
    @AsteriskTest
    void namesComeFirstUnlessTheOrderSaysOtherwise(AsteriskInstallation installation) throws Exception {
        TrunkSpec trunk = header("a", A, "X-Trunk: a");
        TrunkSpec known = Trunks.byAddress("b", B, ELSEWHERE).build();
        Invite likeAUser = Invite.any().marked("a").by("1001");
        try (Switchboard switchboard = new Switchboard(installation, OTHERS, "")) {
            switchboard.load(trunk, known);
            assertThat(likeAUser.from(ADDRESS, switchboard)).isEqualTo(NOBODY);
            assertThat(likeAUser.from(ELSEWHERE, switchboard))
                    .as("addresses come before names")
                    .isEqualTo(B);
        }
        try (Switchboard switchboard = new Switchboard(installation, ANONYMOUS, "")) {
            switchboard.load(trunk, known);
            assertThat(Invite.any().marked("a").from(ADDRESS, switchboard)).isEqualTo(C);
        }
        String all = OTHERS + ANONYMOUS + Switchboard.global(BEFORE_NAMES);
        try (Switchboard switchboard = new Switchboard(installation, all, "")) {
            switchboard.load(trunk, known);
            assertThat(likeAUser.from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().marked("a").from(ADDRESS, switchboard)).isEqualTo(A);
            assertThat(Invite.any().from(ADDRESS, switchboard)).isEqualTo(C);
        }
        try (Switchboard switchboard =
                new Switchboard(installation, OTHERS + Switchboard.global("username,ip,anonymous"), "")) {
            switchboard.load(trunk, known);
            assertThat(likeAUser.from(ELSEWHERE, switchboard)).isEqualTo(NOBODY);
        }
    }

    private static TrunkSpec header(String name, Reached reached, String header) {
        return Trunks.byHeader(name, reached, header).build();
    }
}
