package io.sipwright.integration.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackNetworksTest {

    private static final String TEXT =
            "\"204.11.192.0/22\", \"204.11.192.9/32\", \"52.112.0.0/14\", \"52.113.7.0/24\", \"192.76.120.10/32\"";

    @Test
    void keepsTheShapeOfNetworksAndWhereTheyLieToEachOther() {
        String mapped = new LoopbackNetworks(List.of(TEXT)).map(TEXT);

        // The widest is placed first, where a /14 can begin.
        assertThat(mapped)
                .isEqualTo("\"127.8.192.0/22\", \"127.8.192.9/32\", \"127.4.0.0/14\", \"127.5.7.0/24\","
                        + " \"127.9.120.10/32\"");
    }

    @Test
    void leavesAloneWhatIsNoNetworkOfACarrier() {
        String text = "127.0.0.5/32, 192.0.2.1, 2a04:2100:0:100::73/128, v1.2.3.4.5/8";

        assertThat(new LoopbackNetworks(List.of(text)).map(text)).isEqualTo(text);
    }

    @Test
    void aNetworkHasItsEndsAndNotWhatIsNextToThem() {
        Network network = Network.of("127.8.192.0/22");

        assertThat(List.of(network.before(), network.first(), network.middle(), network.last(), network.after()))
                .containsExactly("127.8.191.255", "127.8.192.0", "127.8.194.0", "127.8.195.255", "127.8.196.0");
        assertThat(network.has(network.first())).isTrue();
        assertThat(network.has(network.last())).isTrue();
        assertThat(network.has(network.before())).isFalse();
        assertThat(network.has(network.after())).isFalse();
    }
}
