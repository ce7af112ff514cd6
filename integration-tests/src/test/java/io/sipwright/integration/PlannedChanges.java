package io.sipwright.integration;

import io.sipwright.Sipwright;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Changes of all kinds that people make, to a handful of trunks and users. */
final class PlannedChanges {

    private static final int TRUNKS = 4;
    private static final int USERS = 5;

    private final Sipwright sipwright;
    private final Random random;
    private final int carrierPort;

    PlannedChanges(Sipwright sipwright, Random random, int carrierPort) {
        this.sipwright = sipwright;
        this.random = random;
        this.carrierPort = carrierPort;
    }

    /** Names of the identify sections that there may be. */
    static List<String> identifies() {
        return IntStream.range(0, TRUNKS)
                .mapToObj(n -> "trunk" + n + "-identify")
                .toList();
    }

    /** The account that a trunk registers. */
    static String account(String trunk) {
        return "account-of-" + trunk;
    }

    void make(int count) {
        for (int i = 0; i < count; i++) {
            if (random.nextBoolean()) {
                trunk();
            } else {
                user();
            }
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String number(int below) {
        return Integer.toString(1 + random.nextInt(below));
    }

    private void trunk() {
        int number = random.nextInt(TRUNKS);
        String name = "trunk" + number;
        Optional<Trunk> trunk = sipwright.trunks().find(name);
        if (trunk.isEmpty()) {
            sipwright.trunks().create(number == 0 ? Host.inbound(name, source(number)) : registering(name));
            return;
        }
        int kind = random.nextInt(10);
        if (kind == 0) {
            sipwright.trunks().delete(name);
            return;
        }
        TrunkPatch.Builder patch = TrunkPatch.builder();
        switch (kind) {
            case 1 -> patch.active(!trunk.get().spec().active());
            case 2 -> patch.overrides(prompt());
            case 3 -> patch.overrides(prompt(), override("endpoint"));
            case 4 -> patch.field("context", any(List.of("from-trunk", "default")));
            case 5 -> patch.field("codecs", any(List.of("alaw", "ulaw", "ulaw,alaw", "g722,alaw")));
            case 6 -> patch.field("qualify_frequency", number(4) + "000");
            default -> {
                if (number == 0) {
                    patch.inboundSources(source(number));
                } else if (kind == 7) {
                    patch.field("expiration", "36" + (10 + random.nextInt(80)));
                } else {
                    patch.field("password", Host.SECRET + number(5)); // often, as it is what differs most
                }
            }
        }
        sipwright.trunks().update(name, number == 0 && (kind == 2 || kind == 3) ? none(kind) : patch.build());
    }

    /** A trunk that does not register has no options for that. */
    private TrunkPatch none(int kind) {
        return TrunkPatch.builder()
                .overrides(kind == 2 ? new OptionOverride[0] : new OptionOverride[] {override("endpoint")})
                .build();
    }

    private TrunkSpec registering(String name) {
        return TrunkSpec.builder(name, "custom_credential")
                .server("127.0.0.1")
                .port(carrierPort)
                .username(account(name))
                .password(Host.SECRET + number(5))
                .field("expiration", "3600")
                .field("qualify_frequency", "0")
                .override(prompt())
                .build();
    }

    /** Asterisk would wait up to ten seconds, so that not all begin at the same time. */
    private static OptionOverride prompt() {
        return OptionOverride.set("registration", "max_random_initial_delay", "0");
    }

    private String source(int number) {
        return "198.51." + (100 + number) + "." + number(250);
    }

    private OptionOverride override(String section) {
        return any(List.of(
                OptionOverride.set(section, "rtp_timeout", number(60)),
                OptionOverride.set(section, "direct_media", any(List.of("yes", "no"))),
                OptionOverride.set(section, "accountcode", "account " + number(3) + "; really"),
                OptionOverride.set(section, "rtp_symmetric", "no"),
                OptionOverride.remove(section, "rtp_symmetric")));
    }

    private void user() {
        String name = "user" + random.nextInt(USERS);
        Optional<SipUser> user = sipwright.users().find(name);
        if (user.isEmpty()) {
            sipwright
                    .users()
                    .create(SipUserSpec.builder(name, any(List.of("basic_user", "advanced_user")))
                            .extension("1001")
                            .secret(Host.SECRET + number(5))
                            .active(random.nextInt(4) > 0)
                            .build());
            return;
        }
        int kind = random.nextInt(10);
        if (kind == 0) {
            sipwright.users().delete(name);
            return;
        }
        SipUserPatch.Builder patch = SipUserPatch.builder();
        switch (kind) {
            case 1 -> patch.active(!user.get().spec().active());
            case 2 -> patch.displayName(any(List.of("Ann", "Bo \"B\" Li; x", "Zoë")));
            case 3 -> patch.secret(Host.SECRET + number(5));
            case 4 -> patch.field("max_contacts", number(5));
            case 5 -> patch.field("qualify_frequency", number(4) + "000");
            case 6 -> patch.field("call_limit", number(3));
            case 7 -> patch.field("voicemail", any(List.of("1001@default", "1002@default")));
            case 8 -> patch.overrides(override("endpoint"));
            default -> patch.field("codecs", any(List.of("alaw", "ulaw", "ulaw,alaw")));
        }
        sipwright.users().update(name, patch.build());
    }
}
