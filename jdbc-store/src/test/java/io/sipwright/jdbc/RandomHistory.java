package io.sipwright.jdbc;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.store.NotFoundException;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Changes of all sorts, on few names so that they meet; some are refused, and change nothing. */
final class RandomHistory {

    /** Users and trunks want the same names, in several spellings, and some that sections of others have. */
    private static final List<String> NAMES =
            List.of("alpha", "Alpha", "beta", "gamma", "GAMMA", "beta-2", "alpha-auth", "gamma-1", "delta");

    private static final List<String> ADDRESSES = List.of("192.0.2.1", "192.0.2.2", "198.51.100.0/28");

    private final Sipwright sipwright;
    private final Random random;
    private final List<String> steps = new ArrayList<>();

    RandomHistory(Sipwright sipwright, Random random) {
        this.sipwright = sipwright;
        this.random = random;
    }

    void step() {
        String name = any(NAMES);
        int kind = random.nextInt(14);
        String refused = "";
        try {
            perform(kind, name);
        } catch (ValidationException | NotFoundException e) {
            refused = " refused";
        }
        steps.add(kind + " " + name + refused);
    }

    private void perform(int kind, String name) {
        switch (kind) {
            case 0, 1, 2 -> sipwright.users().create(user(name));
            case 3, 4 -> sipwright.trunks().create(trunk(name));
            case 5 -> sipwright.users().update(name, userPatch());
            case 6 -> sipwright.trunks().update(name, trunkPatch());
            case 7 -> sipwright.users().delete(name);
            case 8 -> sipwright.trunks().delete(name);
            case 9 -> {
                sipwright.users().delete(name);
                sipwright.users().create(user(any(NAMES)));
            }
            case 10 ->
                sipwright
                        .users()
                        .update(
                                name,
                                SipUserPatch.builder()
                                        .active(random.nextBoolean())
                                        .build());
            case 11 ->
                sipwright
                        .trunks()
                        .update(
                                name,
                                TrunkPatch.builder()
                                        .active(random.nextBoolean())
                                        .build());
            case 12 ->
                sipwright.upsertAll(new Batch(
                        List.of(trunk(name)),
                        IntStream.range(0, 3).mapToObj(i -> user(any(NAMES))).toList()));
            default -> sipwright.history().restore(random.nextLong(generation() + 1));
        }
    }

    private long generation() {
        return sipwright.history().list(1).stream()
                .mapToLong(generation -> generation.number())
                .findFirst()
                .orElse(0);
    }

    private SipUserSpec user(String name) {
        SipUserSpec.Builder user = SipUserSpec.builder(name, any(List.of("basic_user", "advanced_user", "mobile_user")))
                .extension(Integer.toString(1000 + random.nextInt(5)))
                .displayName(any(List.of("Zoë O'Neil; 50%", "Anna \"A\" Müller", "漢字")))
                .secret(any(List.of("Vk7#qLw2-Zr9xTm4", "Gh5_tYp8+Wn3cBs6")));
        if (random.nextInt(3) == 0) {
            user.override(OptionOverride.set("endpoint", "language", any(List.of("de", "en"))));
        }
        return user.build();
    }

    private SipUserPatch userPatch() {
        return SipUserPatch.builder()
                .context(any(List.of("internal", "sales")))
                .secret(any(List.of("Xx-1f!kGq9-bnmLo", "Gh5_tYp8+Wn3cBs6")))
                .build();
    }

    private TrunkSpec trunk(String name) {
        if (random.nextBoolean()) {
            return TrunkSpec.builder(name, "custom_credential")
                    .username("account77")
                    .password("Gh5_tYp8+Wn3cBs6")
                    .server("sip" + random.nextInt(3) + ".example.com")
                    .build();
        }
        return TrunkSpec.builder(name, "custom_ip")
                .server("sip.example.net")
                .inboundSources(any(ADDRESSES))
                .override(OptionOverride.set("endpoint", "language", any(List.of("de", "en"))))
                .build();
    }

    private TrunkPatch trunkPatch() {
        return TrunkPatch.builder()
                .server("sip" + random.nextInt(3) + ".example.com")
                .context(any(List.of("inbound", "from-carrier")))
                .build();
    }

    private <E> E any(List<E> all) {
        return all.get(random.nextInt(all.size()));
    }

    @Override
    public String toString() {
        return String.join(", ", steps);
    }
}
