package io.sipwright.testkit.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.SchemaProblem;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionType;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;

/** The schema against Asterisk itself: what it takes loads, what it refuses does not. One object for each value. */
@Timeout(120)
class SchemaAgainstAsteriskTest {

    private static final List<String> TYPES = List.of("endpoint", "auth", "aor", "registration", "identify");
    private static final String STAMP = "4711";

    /** Where Asterisk takes anything that is not "yes" for "no". */
    private static final Set<String> LENIENT_KINDS = Set.of("bool");

    /** Where Asterisk takes any text for the default, or stops at what is no digit: {@code type option=value}. */
    private static final Set<String> LENIENT_VALUES = Set.of(
            "endpoint dtls_fingerprint=nonsense",
            "endpoint dtls_fingerprint=",
            "endpoint dtls_fingerprint=n o",
            "endpoint dtls_rekey=-1",
            "endpoint dtls_rekey=1.5",
            "endpoint dtls_rekey=5x",
            "endpoint dtls_rekey=4294967296",
            "endpoint dtls_setup=nonsense",
            "endpoint dtls_setup=",
            "endpoint dtls_setup=n o");

    /** One object with one option under test. */
    private record Trial(Section section, String what) {

        static Trial of(int number, String type, String option, String value) {
            List<Option> options = new ArrayList<>(companions(type, option, value));
            options.removeIf(companion -> companion.name().equals(option));
            options.add(new Option(option, value));
            options.add(new Option("@rev", STAMP));
            return new Trial(Section.of(type + number, type, options), type + " " + option + "=" + value);
        }

        boolean isLoaded(AmiProbe probe) {
            String type = section.type().orElseThrow();
            return probe.sorcery(type, section.name(), "@rev").equals(STAMP);
        }
    }

    /** What an object of the type needs besides the option under test. */
    private static List<Option> companions(String type, String option, String value) {
        return switch (type) {
            case "endpoint" -> endpoint(option, value);
            case "auth" -> auth(option.equals("auth_type") ? value : "userpass");
            case "registration" ->
                List.of(
                        new Option("server_uri", "sip:127.0.0.1:9"),
                        new Option("client_uri", "sip:someone@127.0.0.1:9"),
                        new Option("line", option.equals("endpoint") ? "yes" : "no"),
                        new Option("retry_interval", "0"));
            case "identify" -> List.of(new Option("endpoint", "somebody"), new Option("match", "192.0.2.1"));
            default -> List.of();
        };
    }

    /** Asterisk drops an endpoint with one of these options alone. */
    private static List<Option> endpoint(String option, String value) {
        return switch (option) {
            case "timers_min_se" -> List.of(new Option("timers_sess_expires", "4294967295"));
            case "rtp_port_start" -> value.equals("0") ? List.of() : List.of(new Option("rtp_port_end", "65535"));
            case "rtp_port_end" -> value.equals("0") ? List.of() : List.of(new Option("rtp_port_start", "1024"));
            default -> List.of();
        };
    }

    private static List<Option> auth(String type) {
        Option user = new Option("username", "alice");
        return switch (type) {
            case "md5" -> List.of(user, new Option("md5_cred", "0123456789abcdef0123456789abcdef"));
            case "google_oauth" ->
                List.of(
                        user,
                        new Option("refresh_token", "r"),
                        new Option("oauth_clientid", "c"),
                        new Option("oauth_secret", "s"));
            default -> List.of(user, new Option("password", "a-long-one"));
        };
    }

    @AsteriskTest
    void eachValueOfEachOption(AsteriskServer asterisk) {
        PjsipSchema schema = PjsipSchema.of(version(asterisk));
        List<Trial> good = new ArrayList<>();
        List<Trial> bad = new ArrayList<>();
        List<Trial> lenient = new ArrayList<>();
        for (String typeName : TYPES) {
            SectionType type = schema.type(typeName).orElseThrow();
            for (OptionType option : new TreeMap<>(type.options()).values()) {
                for (String value : goodValues(option)) {
                    Trial trial = Trial.of(good.size(), typeName, option.name(), value);
                    if (typeName.equals("registration") && option.name().equals("line") && value.equals("yes")) {
                        trial = lineTrial(good.size());
                    }
                    good.add(trial);
                }
                for (String value : badValues(option)) {
                    Trial trial = Trial.of(1000 + bad.size() + lenient.size(), typeName, option.name(), value);
                    boolean taken = LENIENT_KINDS.contains(option.kind()) || LENIENT_VALUES.contains(trial.what());
                    (taken ? lenient : bad).add(trial);
                }
            }
        }
        List<Trial> foreign = foreign(schema);

        load(asterisk, good, bad, lenient, foreign);

        try (AmiProbe probe = asterisk.ami()) {
            assertThat(good).as("values that the schema takes").isNotEmpty().allSatisfy(trial -> {
                assertThat(schema.check(trial.section())).as(trial.what()).isEmpty();
            });
            assertThat(what(good, probe, false))
                    .as("taken by the schema, but not loaded")
                    .isEmpty();

            for (Trial trial : bad) {
                assertThat(schema.check(trial.section()))
                        .as(trial.what())
                        .anyMatch(problem -> problem.kind() == SchemaProblem.Kind.BAD_VALUE);
            }
            assertThat(what(bad, probe, true))
                    .as("refused by the schema, but loaded")
                    .isEmpty();

            for (Trial trial : lenient) {
                assertThat(schema.check(trial.section())).as(trial.what()).isNotEmpty();
            }
            assertThat(lenient).extracting(Trial::what).containsAll(LENIENT_VALUES);
            assertThat(what(lenient, probe, false))
                    .as("said to be taken by Asterisk, but not loaded")
                    .isEmpty();

            for (Trial trial : foreign) {
                assertThat(schema.check(trial.section()))
                        .as(trial.what())
                        .anyMatch(problem -> problem.kind() == SchemaProblem.Kind.NOT_IN_THIS_VERSION);
            }
            assertThat(what(foreign, probe, true))
                    .as("options of another version, but loaded")
                    .isEmpty();
        }
        // No option of 16 is gone in 22.
        assertThat(foreign.isEmpty()).isEqualTo(asterisk.major() == 22);
        System.out.println(asterisk.installation() + ", schema: " + good.size() + " values loaded, " + bad.size()
                + " refused, " + lenient.size() + " taken that the schema refuses, " + foreign.size()
                + " options of another version dropped");
    }

    /** Options that are right by themselves, but not together: Asterisk drops the object. */
    @AsteriskTest
    void rulesBetweenOptions(AsteriskServer asterisk) {
        PjsipSchema schema = PjsipSchema.of(version(asterisk));
        String file = asterisk.configDirectory().resolve("asterisk.conf").toString();
        List<Trial> dropped = new ArrayList<>(List.of(
                rule("endpoint", "timers_min_se=1801"),
                rule("endpoint", "timers_sess_expires=100", "timers_min_se=101"),
                rule("endpoint", "dtls_auto_generate_cert=yes", "dtls_cert_file=" + file),
                rule("registration", "server_uri=sip:127.0.0.1:9"),
                rule("registration", "client_uri=sip:a@127.0.0.1:9"),
                rule("registration", "server_uri=sip:127.0.0.1:9", "client_uri=sip:a@127.0.0.1:9", "line=yes"),
                rule("registration", "server_uri=sip:127.0.0.1:9", "client_uri=sip:a@127.0.0.1:9", "endpoint=e"),
                rule("identify", "match=192.0.2.1"),
                rule("identify", "endpoint=e"),
                rule("identify", "endpoint=e", "match=::ffff:192.0.2.0/120"),
                rule("auth", "password=a-long-one"),
                rule("auth", "auth_type=md5", "username=a")));
        // An account without a password: 16 loads it, and lets anyone in who sends none.
        Trial open = rule("auth", "username=a");
        List<Trial> loaded = new ArrayList<>();
        if (asterisk.major() == 22) {
            dropped.addAll(List.of(
                    open,
                    rule("endpoint", "rtp_port_start=10000"),
                    rule("endpoint", "rtp_port_end=10000"),
                    rule("endpoint", "rtp_port_start=1023", "rtp_port_end=2000"),
                    rule("endpoint", "rtp_port_start=2000", "rtp_port_end=2000"),
                    rule("endpoint", "preferred_codec_only=yes", "incoming_call_offer_pref=remote"),
                    rule("auth", "auth_type=google_oauth", "username=a"),
                    rule("auth", "auth_type=google_oauth", "username=a", "refresh_token=r"),
                    rule("auth", "password=p", "username=a", "supported_algorithms_uas=SHA-256", "password_digest=x")));
        } else {
            loaded.add(open);
        }

        load(asterisk, numbered(dropped, 0), numbered(loaded, 100));

        try (AmiProbe probe = asterisk.ami()) {
            assertThat(what(numbered(dropped, 0), probe, true))
                    .as("loaded nevertheless")
                    .isEmpty();
            assertThat(what(numbered(loaded, 100), probe, false))
                    .as("not loaded")
                    .isEmpty();
        }
        assertThat(dropped.stream()
                        .filter(trial -> schema.check(trial.section()).isEmpty()))
                .extracting(Trial::what)
                .as("dropped by Asterisk, but taken by the schema")
                .isEmpty();
        assertThat(schema.check(open.section())).isNotEmpty();
    }

    private static Trial rule(String type, String... lines) {
        List<Option> options = new ArrayList<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            options.add(new Option(line.substring(0, equals), line.substring(equals + 1)));
        }
        options.add(new Option("@rev", STAMP));
        return new Trial(Section.of("x", type, options), type + " " + String.join(", ", lines));
    }

    private static List<Trial> numbered(List<Trial> trials, int from) {
        List<Trial> numbered = new ArrayList<>();
        for (Trial trial : trials) {
            String name = "rule" + (from + numbered.size());
            numbered.add(new Trial(new Section(name, trial.section().entries()), trial.what()));
        }
        return numbered;
    }

    private static Trial lineTrial(int number) {
        Trial trial = Trial.of(number, "registration", "line", "yes");
        List<Option> options = new ArrayList<>(trial.section().options());
        options.remove(0); // the type, which Section.of adds
        options.add(new Option("endpoint", "somebody"));
        return new Trial(Section.of(trial.section().name(), "registration", options), trial.what());
    }

    private static List<Trial> foreign(PjsipSchema schema) {
        List<Trial> foreign = new ArrayList<>();
        for (AsteriskVersion other : AsteriskVersion.values()) {
            for (String typeName : TYPES) {
                Set<String> names = new TreeSet<>(PjsipSchema.of(other)
                        .type(typeName)
                        .orElseThrow()
                        .options()
                        .keySet());
                names.removeAll(schema.type(typeName).orElseThrow().options().keySet());
                for (String name : names) {
                    OptionType option = PjsipSchema.of(other)
                            .type(typeName)
                            .orElseThrow()
                            .options()
                            .get(name);
                    List<String> values = goodValues(option);
                    foreign.add(
                            Trial.of(2000 + foreign.size(), typeName, name, values.isEmpty() ? "x" : values.get(0)));
                }
            }
        }
        return foreign;
    }

    private static List<String> goodValues(OptionType option) {
        OptionType.Range range = option.range();
        if (option.name().equals("rtp_port_start")) {
            return List.of("0", "1024", "65534"); // the end has to be above it
        }
        return switch (option.kind()) {
            case "bool" -> List.of("yes", "no");
            case "enum" -> option.choices().isEmpty() ? List.of("no") : option.choices();
            case "uint" ->
                range == null ? List.of("1") : List.of(String.valueOf(range.min()), String.valueOf(range.max()));
            default -> List.of();
        };
    }

    private static List<String> badValues(OptionType option) {
        OptionType.Range range = option.range();
        List<String> values = new ArrayList<>();
        switch (option.kind()) {
            case "bool" -> values.addAll(List.of("maybe", "enabled", "2"));
            case "enum" -> {
                if (!option.choices().isEmpty()) {
                    values.addAll(List.of("nonsense", "", "n o"));
                }
            }
            case "uint" -> {
                values.addAll(List.of("abc", "-1", "1.5", "5x", ""));
                if (range != null) {
                    values.add(String.valueOf(range.max() + 1));
                    if (range.min() > 0) {
                        values.add(String.valueOf(range.min() - 1));
                    }
                }
            }
            default -> {
                // other kinds have tests of their own
            }
        }
        values.removeIf(value -> option.problemWith(value).isEmpty());
        return values;
    }

    @SafeVarargs
    private static void load(AsteriskServer asterisk, List<Trial>... trials) {
        List<PjsipElement> sections = new ArrayList<>();
        for (List<Trial> some : trials) {
            some.forEach(trial -> sections.add(trial.section()));
        }
        asterisk.write("pjsip_users.conf", PjsipWriter.toString(new PjsipDocument(sections)));
        asterisk.reload();
    }

    /** Those that are loaded, or those that are not. */
    private static List<String> what(List<Trial> trials, AmiProbe probe, boolean loaded) {
        return trials.stream()
                .filter(trial -> trial.isLoaded(probe) == loaded)
                .map(Trial::what)
                .toList();
    }

    private static AsteriskVersion version(AsteriskServer asterisk) {
        return AsteriskVersion.parse(String.valueOf(asterisk.major())).orElseThrow();
    }
}
