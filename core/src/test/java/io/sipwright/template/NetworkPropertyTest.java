package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Overlap of networks, against ranges of numbers. */
class NetworkPropertyTest {

    @Property(tries = 10_000)
    void networks_overlap_exactly_when_their_ranges_do(
            @ForAll("networks") Network one, @ForAll("networks") Network other) {
        boolean sameFamily =
                one.address().getAddress().length == other.address().getAddress().length;
        boolean expected = sameFamily
                && first(one).compareTo(last(other)) <= 0
                && first(other).compareTo(last(one)) <= 0;

        assertThat(one.overlaps(other)).isEqualTo(expected);
        assertThat(other.overlaps(one)).isEqualTo(expected);
    }

    @Property
    void a_network_reads_back_from_its_text(@ForAll("networks") Network network) {
        assertThat(Network.parse(network.toString())).contains(network);
    }

    @Property
    void no_text_makes_an_exception(@ForAll("soup") String text) {
        assertThat(Network.parse(text))
                .satisfiesAnyOf(
                        parsed -> assertThat(parsed).isEmpty(),
                        parsed -> assertThat(parsed).isPresent());
    }

    private static BigInteger first(Network network) {
        return number(network).shiftRight(free(network)).shiftLeft(free(network));
    }

    private static BigInteger last(Network network) {
        return first(network).add(BigInteger.ONE.shiftLeft(free(network))).subtract(BigInteger.ONE);
    }

    private static BigInteger number(Network network) {
        return new BigInteger(1, network.address().getAddress());
    }

    private static int free(Network network) {
        return network.address().getAddress().length * 8 - network.prefix();
    }

    /** Few different bytes, so that networks often meet. */
    @Provide
    Arbitrary<Network> networks() {
        Arbitrary<Integer> octet = Arbitraries.of(0, 1, 2, 127, 128, 255);
        Arbitrary<String> v4 = Combinators.combine(
                        octet, octet, octet, octet, Arbitraries.integers().between(0, 32))
                .as((a, b, c, d, prefix) -> a + "." + b + "." + c + "." + d + "/" + prefix);
        Arbitrary<String> group = Arbitraries.of("0", "1", "8000", "ffff");
        Arbitrary<String> v6 = Combinators.combine(
                        group, group, group, Arbitraries.integers().between(0, 128))
                .as((a, b, c, prefix) -> "2001:" + a + ":" + b + "::" + c + "/" + prefix);
        return Arbitraries.oneOf(v4, v6).map(text -> Network.parse(text).orElseThrow());
    }

    /** Characters of addresses in any order; no text of four numbers alone, which might be looked up. */
    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.strings()
                .withChars("0129af:./")
                .ofMaxLength(20)
                .filter(text -> text.indexOf(':') >= 0 || !text.matches("\\d{1,3}(\\.\\d{1,3}){3}(/.*)?"));
    }
}
