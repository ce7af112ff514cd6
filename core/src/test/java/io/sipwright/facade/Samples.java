package io.sipwright.facade;

import io.sipwright.render.Stamps;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;

/** Trunks and users that pass all checks, and differ by their names only. */
final class Samples {

    static final String USER_SECRET = "Vk7#qLw2-Zr9xTm4";
    static final String TRUNK_SECRET = "Gh5_tYp8+Wn3cBs6";

    /** The same stamps in every run. */
    static final Stamps STAMPS = Stamps.keyed(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    private Samples() {}

    static SipUserSpec user(String name) {
        return user(name, "1001");
    }

    static SipUserSpec user(String name, String extension) {
        return SipUserSpec.builder(name, "basic_user")
                .extension(extension)
                .secret(USER_SECRET)
                .displayName("Anna Müller")
                .build();
    }

    /** Recognised by its registration, so that any number of them can stand side by side. */
    static TrunkSpec trunk(String name) {
        return TrunkSpec.builder(name, "custom_credential")
                .username("account77")
                .password(TRUNK_SECRET)
                .server("sip.example.com")
                .build();
    }

    /** Recognised by an address, which no other may claim. */
    static TrunkSpec trunk(String name, String address) {
        return TrunkSpec.builder(name, "custom_ip")
                .server("sip.example.net")
                .inboundSources(address)
                .build();
    }
}
