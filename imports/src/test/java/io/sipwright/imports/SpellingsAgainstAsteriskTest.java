package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two spellings have the same effective options just when Asterisk shows the same for them, but for a few that are told. */
class SpellingsAgainstAsteriskTest {

    /**
     * Two ways to say something, {@code ;} between lines.
     *
     * @param since the oldest Asterisk that it holds for
     * @param verdict what is expected here
     */
    private record Pair(int since, String type, String one, String other, Verdict verdict) {}

    private enum Verdict {
        /** The same here if Asterisk shows the same. */
        AS_SHOWN,
        /** The same here; Asterisk shows the words that were written, and does the same. */
        SAME,
        /** Not the same here, though Asterisk shows no difference: it does not show all, or no one writes it so. */
        CAUTIOUS
    }

    private static final List<Pair> PAIRS = List.of(
            // codecs
            pair("endpoint", "allow=!all,ulaw,alaw", "disallow=all;allow=ulaw;allow=alaw"),
            pair("endpoint", "allow=!all,ulaw,alaw", "allow=ulaw,alaw"),
            pair("endpoint", "allow=!all,ulaw,alaw", "allow=alaw,ulaw"),
            pair("endpoint", "allow=ulaw;disallow=all;allow=alaw", "allow=alaw"),
            pair("endpoint", "allow=ulaw,alaw;disallow=ulaw", "allow=alaw"),
            pair("endpoint", "allow=ulaw,alaw,!ulaw", "allow=alaw"),
            pair("endpoint", "allow=ulaw,alaw,ulaw", "allow=ulaw,alaw"),
            pair("endpoint", "allow=ulaw|alaw", "allow=ulaw,alaw"),
            pair("endpoint", "allow=ULAW", "allow=ulaw"),
            pair("endpoint", "allow=all;disallow=all;allow=ulaw", "allow=ulaw"),
            pair("endpoint", "allow=ulaw;allow=all", "allow=all;allow=ulaw"),
            pair("endpoint", "allow=all;disallow=ulaw", "allow=all"),
            new Pair(16, "endpoint", "allow=ulaw:20", "allow=ulaw:40", Verdict.CAUTIOUS),
            pair("endpoint", "allow=ulaw:40;disallow=ulaw;allow=alaw", "allow=alaw"),
            // booleans and numbers
            pair("endpoint", "direct_media=no", "direct_media=False"),
            pair("endpoint", "direct_media=no", "direct_media=off"),
            pair("endpoint", "direct_media=no", "direct_media=0"),
            pair("endpoint", "direct_media=no", "direct_media=yes;direct_media=n"),
            pair("endpoint", "direct_media=yes", "language="),
            pair("endpoint", "direct_media=no", "direct_media=yes"),
            pair("endpoint", "rtp_timeout=030", "rtp_timeout=30"),
            pair("endpoint", "rtp_timeout=0x1e", "rtp_timeout=0"), // octal, but not hexadecimal
            pair("endpoint", "rtp_timeout=0", "language="),
            pair("aor", "max_contacts=010", "max_contacts=10"),
            new Pair(16, "aor", "max_contacts=010", "max_contacts=8", Verdict.CAUTIOUS),
            pair("aor", "qualify_timeout=3.0", "qualify_timeout=3"),
            new Pair(16, "aor", "qualify_timeout=03.5", "qualify_timeout=3.5", Verdict.CAUTIOUS),
            pair("endpoint", "rtp_timeout=30", "rtp_timeout=31"),
            new Pair(16, "aor", "max_contacts=02", "max_contacts=1;max_contacts=2", Verdict.CAUTIOUS),
            // words
            pair("endpoint", "dtmf_mode=RFC4733", "dtmf_mode=rfc4733"),
            pair("endpoint", "dtmf_mode=rfc4733", "language="),
            pair("endpoint", "dtmf_mode=inband", "dtmf_mode=info"),
            pair("endpoint", "identify_by=username, ip", "identify_by=username,ip"),
            pair("endpoint", "DTMF_MODE=inband", "dtmf_mode=inband"),
            new Pair(16, "endpoint", "@mark=x", "language=", Verdict.SAME),
            // the caller
            pair("endpoint", "callerid=Anna <1001>", "callerid=\"Anna\" <1001>"),
            pair("endpoint", "callerid=\"Anna\"<1001>", "callerid=\"Anna\"   <1001>"),
            pair("endpoint", "callerid=<1001>", "callerid=\"\" <1001>"),
            pair("endpoint", "callerid=Anna  Bee <1001>", "callerid=\"Anna  Bee\" <1001>"),
            pair("endpoint", "callerid=Anna <1001>", "callerid=Anna <1002>"),
            pair("endpoint", "callerid=Anna <1001>", "callerid=anna <1001>"),
            // lists
            new Pair(16, "endpoint", "aors=a, b", "aors=a,b", Verdict.SAME),
            pair("endpoint", "aors=a,b", "aors=b,a"),
            pair("endpoint", "set_var=A=1;set_var=B=2", "set_var=A=1"),
            pair("endpoint", "set_var=A=1;set_var=B=2", "set_var=A=1;set_var=B=3"),
            // addresses
            pair("identify", "match=192.0.2.1", "match=192.0.2.1/32"),
            pair("identify", "match=192.0.2.1", "match=192.0.2.1/255.255.255.255"),
            pair("identify", "match=192.0.2.0/24", "match=192.0.2.0/255.255.255.0"),
            pair("identify", "match=192.0.2.0/24", "match=192.0.2.0/25"),
            pair("identify", "match=192.0.2.1,192.0.2.2", "match=192.0.2.1;match=192.0.2.2"),
            pair("identify", "match=2001:DB8::1", "match=2001:db8::1/128"),
            pair("identify", "match=2001:db8::/48", "match=2001:db8::/49"),
            new Pair(16, "identify", "match=192.0.2.0/24", "match=192.0.2.7/24", Verdict.CAUTIOUS),
            pair("identify", "match=192.0.2.0/24", "match=192.0.2.0/255.0.255.0"),
            pair("aor", "contact=sip:a@192.0.2.1,sip:b@192.0.2.1", "contact=sip:a@192.0.2.1;contact=sip:b@192.0.2.1"),
            pair("aor", "contact=sip:a@192.0.2.1", "contact=sip:A@192.0.2.1"),
            // credentials
            pair("auth", "password=x;auth_type=userpass", "password=x"),
            pair("auth", "password=x;auth_type=USERPASS", "password=x;auth_type=userpass"),
            new Pair(22, "auth", "password=x;auth_type=digest", "password=x;auth_type=userpass", Verdict.SAME),
            new Pair(
                    22,
                    "auth",
                    "auth_type=md5;md5_cred=0123456789abcdef0123456789abcdef;realm=asterisk",
                    "auth_type=digest;password_digest=MD5:0123456789abcdef0123456789abcdef;realm=asterisk",
                    Verdict.SAME));

    private static Pair pair(String type, String one, String other) {
        return new Pair(16, type, one, other, Verdict.AS_SHOWN);
    }

    @AsteriskTest
    void asterisk_agrees(AsteriskInstallation installation) {
        AsteriskVersion version = installation.major() == 16 ? AsteriskVersion.V16 : AsteriskVersion.V22;
        StringBuilder text = new StringBuilder("[a]\ntype=aor\n[b]\ntype=aor\n[e]\ntype=endpoint\n");
        for (int i = 0; i < PAIRS.size(); i++) {
            if (PAIRS.get(i).since <= installation.major()) {
                text.append(section(i, "one", PAIRS.get(i).one)).append(section(i, "other", PAIRS.get(i).other));
            }
        }
        Snapshot shown = new RoundTrip(installation)
                .snapshot(new ConfigurationDirectory(Map.of(ConfigurationDirectory.MAIN, text.toString())));

        List<String> disagreements = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < PAIRS.size(); i++) {
            Pair pair = PAIRS.get(i);
            if (pair.since <= installation.major()) {
                compared++;
                boolean here = effect(i, "one", pair.one, version).equals(effect(i, "other", pair.other, version));
                List<String> one = lines(shown, i, "one");
                List<String> other = lines(shown, i, "other");
                boolean expected = switch (pair.verdict) {
                    case AS_SHOWN -> here == one.equals(other);
                    case SAME -> here && !one.equals(other);
                    case CAUTIOUS -> !here && one.equals(other);
                };
                if (!expected) {
                    disagreements.add(
                            pair + (here ? " the same here" : " another here") + ": " + difference(one, other));
                }
            }
        }
        assertThat(compared).isGreaterThan(45);
        assertThat(disagreements).isEmpty();
    }

    private static String section(int number, String name, String lines) {
        String type = PAIRS.get(number).type;
        String needed = type.equals("identify") ? "endpoint=e\n" : type.equals("auth") ? "username=u\n" : "";
        return "[p" + number + name + "]\ntype=" + type + "\n" + needed + lines.replace(";", "\n") + "\n";
    }

    private static EffectiveOptions effect(int number, String name, String lines, AsteriskVersion version) {
        Section section = PjsipParser.create()
                .parse("pjsip.conf", section(number, name, lines))
                .document()
                .sections()
                .get(0);
        return EffectiveOptions.of(section, version);
    }

    private static List<String> lines(Snapshot shown, int number, String name) {
        String object = PAIRS.get(number).type + " p" + number + name;
        return Objects.requireNonNull(shown.objects().get(object), () -> object + " was not loaded").stream()
                .map(line -> line.replace("p" + number + name, "p"))
                .toList();
    }

    private static Map<String, List<String>> difference(List<String> one, List<String> other) {
        Map<String, List<String>> difference = new LinkedHashMap<>();
        difference.put("one", one.stream().filter(line -> !other.contains(line)).toList());
        difference.put(
                "other", other.stream().filter(line -> !one.contains(line)).toList());
        return difference;
    }
}
