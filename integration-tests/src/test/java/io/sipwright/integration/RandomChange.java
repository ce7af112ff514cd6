package io.sipwright.integration;

import io.sipwright.Sipwright;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import java.util.Optional;
import java.util.Random;

/** A change like those that people make; each leaves a mark of its own, so that no state comes twice. */
final class RandomChange {

    private static final int USERS = 12;
    private static final int TRUNKS = 4;

    private RandomChange() {}

    static void make(Sipwright sipwright, String mark, Random random) {
        if (random.nextInt(4) == 0) {
            trunk(sipwright, random);
        } else {
            user(sipwright, mark, random);
        }
    }

    private static void user(Sipwright sipwright, String mark, Random random) {
        String name = "user" + (char) ('a' + random.nextInt(USERS));
        Optional<SipUser> user = sipwright.users().find(name);
        if (user.isEmpty()) {
            sipwright.users().create(Host.user(name, Host.SECRET, mark));
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> sipwright.users().delete(name);
            case 1 ->
                sipwright
                        .users()
                        .update(
                                name,
                                SipUserPatch.builder()
                                        .active(!user.get().spec().active())
                                        .displayName(mark)
                                        .build());
            case 2 ->
                sipwright
                        .users()
                        .update(
                                name,
                                SipUserPatch.builder()
                                        .secret("Secret-4711-" + mark)
                                        .build());
            default ->
                sipwright
                        .users()
                        .update(name, SipUserPatch.builder().displayName(mark).build());
        }
    }

    private static void trunk(Sipwright sipwright, Random random) {
        int number = random.nextInt(TRUNKS);
        String name = "trunk" + number;
        String source = "198.51." + (100 + number) + "." + (1 + random.nextInt(250));
        Optional<Trunk> trunk = sipwright.trunks().find(name);
        if (trunk.isEmpty()) {
            sipwright.trunks().create(Host.inbound(name, source));
        } else if (random.nextInt(4) == 0) {
            sipwright.trunks().delete(name);
        } else {
            sipwright
                    .trunks()
                    .update(name, TrunkPatch.builder().inboundSources(source).build());
        }
    }
}
