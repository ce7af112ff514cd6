package io.sipwright.ari;

import io.sipwright.pjsip.Option;
import io.sipwright.reload.ObjectKey;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * An auth in Asterisk's memory that no endpoint names. It says that memory holds auths which hide those of the files, and
 * who has put them; it goes with them when Asterisk is started anew. Its other options show what an auth has by default.
 */
final class Marker {

    /** Stands in each object that was put, and in none of a file. */
    static final Option OURS = new Option("@overlay", "yes");

    static final ObjectKey KEY = new ObjectKey(Types.AUTH, "sipwright-overlay");

    private static final String OWNER = "@owner";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AriLink link;
    private final String owner = random();

    Marker(AriLink link) {
        this.link = link;
    }

    private static String random() {
        return new BigInteger(128, RANDOM).toString(36);
    }

    AriReply look() throws AriException {
        return link.get(KEY);
    }

    /** Whether only this instance has put anything, as far as a marker that was looked at tells. */
    boolean isOnlyOurs(AriReply marker) {
        return marker.attribute(OWNER).equals(owner);
    }

    /** Sets it before anything is put; returns the defaults of an auth. */
    Map<String, String> set() throws AriException {
        AriReply found = look();
        if (found.isMissing()) {
            found = put(owner);
        } else if (!List.of(found.attribute(OWNER).split(",")).contains(owner)) {
            found = put(found.attribute(OWNER) + "," + owner);
        }
        return found.attributes();
    }

    private AriReply put(String owners) throws AriException {
        AriReply reply = link.put(
                KEY,
                List.of(
                        new Option("auth_type", "digest"),
                        new Option("username", KEY.name()),
                        new Option("password", random()),
                        new Option(OWNER, owners),
                        OURS));
        if (reply.isGood()) {
            return reply;
        }
        if (reply.message().contains("Write access")) {
            throw new AriException(
                    "ari-read-only", "the user of ARI may only read: read_only=no is missing in ari.conf");
        }
        throw new AriException(
                "memory-missing",
                "Asterisk keeps no auth in memory (" + reply.status() + " " + reply.message()
                        + "): the lines of the overlay are missing in sorcery.conf, or Asterisk was not started since");
    }
}
