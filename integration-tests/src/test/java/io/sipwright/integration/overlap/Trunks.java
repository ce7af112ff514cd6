package io.sipwright.integration.overlap;

import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;

/** Trunks of carriers on this machine. */
final class Trunks {

    static final String PASSWORD = "Vq7;wT2>mXc9Rk";

    private Trunks() {}

    /** Known by addresses, and with a context of its own. */
    static TrunkSpec.Builder byAddress(String name, Reached reached, String... sources) {
        return TrunkSpec.builder(name, "custom_ip")
                .server("127.0.0.9")
                .inboundSources(sources)
                .field("qualify_frequency", "0")
                .field("context", reached.context());
    }

    /** The same, by a header that begins so. */
    static TrunkSpec.Builder byHeader(String name, Reached reached, String header) {
        return byAddress(name, reached, "127.0.0.2")
                .override(OptionOverride.remove("identify", "match"))
                .override(OptionOverride.set("identify", "match_header", header));
    }

    /** Registers with a carrier at 127.0.0.2; the account is called like the trunk. */
    static TrunkSpec.Builder registered(String name, Reached reached, Registrar carrier) {
        return TrunkSpec.builder(name, "custom_credential")
                .server("127.0.0.2")
                .port(carrier.port())
                .username(name)
                .password(PASSWORD)
                .field("qualify_frequency", "0")
                .field("context", reached.context())
                .override(OptionOverride.set("registration", "max_random_initial_delay", "0"));
    }
}
