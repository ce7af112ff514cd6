package io.sipwright.realtime;

import io.sipwright.Batch;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Users as the simulation makes them. */
final class SimulatedUsers {

    private static final String PASSWORD = "Vq7-wT2_mXc9Rk";

    private SimulatedUsers() {}

    static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(PASSWORD)
                .field("qualify_frequency", "0")
                .build();
    }

    /** Users of a prefix with numbers behind it. */
    static Batch batch(String prefix, int from, int to) {
        return new Batch(
                List.of(),
                IntStream.range(from, to).mapToObj(i -> user(prefix + i)).toList());
    }

    static SipUserPatch password(int number) {
        return SipUserPatch.builder().secret(PASSWORD + number).build();
    }
}
