package io.sipwright.testkit.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Refusal;
import io.sipwright.pjsip.SchemaProblem;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.UnwritableException;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AmiMessage;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.ConfigSection;
import io.sipwright.testkit.LogMark;
import io.sipwright.trunk.TrunkSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * Asterisk answers "Module Reloaded" whatever a file holds. Each test shows the damage that one value or name does when
 * it is put into a text as it is, and then that it cannot happen with the writer and the schema: refused, or read back
 * exactly.
 */
@Timeout(60)
class FalseSuccessTest {

    private static final String FILE = "pjsip_users.conf";

    private AsteriskServer asterisk;
    private AmiProbe probe;

    @BeforeEach
    void connect(AsteriskServer server) {
        asterisk = server;
        probe = server.ami();
    }

    @AfterEach
    void disconnect() {
        if (probe != null) {
            probe.close();
        }
    }

    @AsteriskTest
    void anUnknownOptionDropsANewObject() {
        loadNaively(endpoint("alice", "bogus=1", "@rev=1") + endpoint("bob", "@rev=1"));

        assertThat(revision("alice")).isEmpty();
        assertThat(revision("bob")).isEqualTo("1");
        assertThat(problems("alice", "bogus", "1")).containsExactly(SchemaProblem.Kind.UNKNOWN_OPTION);
    }

    @AsteriskTest
    void anInvalidValueLeavesTheOldObjectRunning() {
        loadNaively(endpoint("alice", "dtmf_mode=info", "@rev=1"));
        loadNaively(endpoint("alice", "dtmf_mode=rfc4733", "rtp_timeout=soon", "@rev=2"));

        assertThat(revision("alice")).isEqualTo("1");
        assertThat(probe.sorcery("endpoint", "alice", "dtmf_mode")).isEqualTo("info");
        assertThat(problems("alice", "rtp_timeout", "soon")).containsExactly(SchemaProblem.Kind.BAD_VALUE);
    }

    @AsteriskTest
    void oneDuplicateRefusesAllObjectsOfItsType() {
        loadNaively(endpoint("alice", "@rev=1") + aor("alice", "@rev=1"));
        loadNaively(endpoint("alice", "@rev=2")
                + aor("alice", "@rev=2")
                + endpoint("bob", "@rev=2")
                + endpoint("carol", "@rev=2")
                + endpoint("bob", "@rev=2"));

        assertThat(revision("alice")).isEqualTo("1");
        assertThat(revision("bob")).isEmpty();
        assertThat(revision("carol")).isEmpty();
        assertThat(probe.sorcery("aor", "alice", "@rev")).as("another type").isEqualTo("2");

        Section bob = Section.of("bob", "endpoint", List.of());
        assertThat(schema().check(PjsipDocument.of(bob, bob)))
                .extracting(SchemaProblem::kind)
                .containsExactly(SchemaProblem.Kind.DUPLICATE_SECTION);
    }

    @AsteriskTest
    void aNameThatBreaksItsHeaderRemovesAllThatFollows() {
        for (String name : List.of("al;ice", "al\nice")) {
            loadNaively(endpoint("first", "@rev=1") + endpoint("alice", "@rev=1") + endpoint("last", "@rev=1"));
            assertThat(revision("last")).isEqualTo("1");
            loadNaively(endpoint("first", "@rev=2") + endpoint(name, "@rev=2") + endpoint("last", "@rev=2"));

            assertThat(revision("first")).as(name).isEqualTo("2");
            assertThat(revision("last")).as(name).isEmpty();
        }
        assertUnwritable(Section.of("al\nice", "endpoint", List.of()), Refusal.LINE_BREAK);
        assertReadBack("al;ice", "@rev", "3");
    }

    @AsteriskTest
    void otherNamesAreAnotherName() {
        loadNaively(endpoint("a]b", "@rev=1") + endpoint("x".repeat(80), "@rev=1"));

        assertThat(revision("a")).isEqualTo("1");
        assertThat(revision("x".repeat(79))).isEqualTo("1");
        assertUnwritable(Section.of("a]b", "endpoint", List.of()), Refusal.CLOSING_BRACKET);
        assertUnwritable(Section.of("x".repeat(80), "endpoint", List.of()), Refusal.NAME_TOO_LONG);
        assertUnwritable(Section.of("", "endpoint", List.of()), Refusal.EMPTY_NAME);
    }

    @AsteriskTest
    void aSemicolonCutsAPassword() {
        loadNaively(auth("alice", "abc;def") + auth("bob", "abc\\\\;def"));

        assertThat(password("alice")).isEqualTo("abc");
        assertThat(password("bob")).isEqualTo("abc\\;def");
        assertPasswordReadBack("abc;def");
        assertPasswordReadBack("abc\\;def");
        assertPasswordReadBack(";");
        assertPasswordReadBack("abc\\");
    }

    @AsteriskTest
    void aCommentMarkInAPasswordRemovesAllThatFollows() {
        for (String mark : List.of(";--", "--;")) {
            loadNaively(auth("alice", "good") + auth("bob", "good") + endpoint("bob", "@rev=1"));
            assertThat(revision("bob")).isEqualTo("1");
            loadNaively(auth("alice", "abc" + mark + "def") + auth("bob", "good") + endpoint("bob", "@rev=2"));

            assertThat(password("bob")).as(mark).isEmpty();
            assertThat(revision("bob")).as(mark).isEmpty();
            assertPasswordReadBack("abc" + mark + "def");
        }
    }

    @AsteriskTest
    void outerBlanksAndALeadingAngleAreLost() {
        loadNaively(auth("alice", " abc\t") + auth("bob", ">abc") + auth("carol", "=>abc"));

        assertThat(password("alice")).isEqualTo("abc");
        assertThat(password("bob")).isEqualTo("abc");
        assertThat(password("carol")).as("not affected").isEqualTo("=>abc");
        assertPasswordUnwritable(" abc", Refusal.OUTER_BLANK);
        assertPasswordUnwritable("abc ", Refusal.OUTER_BLANK);
        assertPasswordUnwritable("abc\t", Refusal.CONTROL_CHARACTER);
        assertPasswordReadBack(">abc");
        assertPasswordReadBack(">>");
        assertPasswordReadBack("=>abc");
    }

    @AsteriskTest
    void aLineBreakBringsInAnObjectOfAStranger() {
        String password = "abc\n[evil]\ntype=endpoint\n@rev=evil";
        loadNaively(auth("alice", password));

        assertThat(password("alice")).isEqualTo("abc");
        assertThat(revision("evil")).isEqualTo("evil");
        assertPasswordUnwritable(password, Refusal.LINE_BREAK);
    }

    @AsteriskTest
    void aLineBreakBringsInADirective(AsteriskServer server) {
        Path proof = server.configDirectory().resolve("proof");
        LogMark mark = server.mark();
        String exec = "abc\n#exec touch " + proof;
        loadNaively(auth("alice", exec) + endpoint("bob", "@rev=1"));

        // Not affected, but only because Asterisk is not told to execute anything.
        assertThat(Files.exists(proof)).isFalse();
        assertThat(server.complaintsSince(mark))
                .anyMatch(line -> line.contains("Cannot perform #exec unless execincludes option is enabled"));
        assertThat(revision("bob")).isEqualTo("1");
        assertPasswordUnwritable(exec, Refusal.LINE_BREAK);

        String include = "abc\n#include nothing.conf";
        loadNaively(auth("alice", include) + endpoint("bob", "@rev=2"));
        assertThat(revision("bob")).isEmpty();
        assertPasswordUnwritable(include, Refusal.LINE_BREAK);
    }

    @AsteriskTest
    void aLineThatIsTooLongIsNoLineAtAll() {
        String password = "x".repeat(PjsipText.MAX_LINE_BYTES);
        loadNaively(auth("alice", password));

        assertThat(password("alice")).isEmpty();
        boolean open = probe.sorcery("auth", "alice", "username").equals("alice");
        assertThat(open).as("whether the account is there, without a password").isEqualTo(asterisk.major() == 16);

        loadNaively(auth("bob", "old"));
        loadNaively(auth("bob", password));
        assertThat(password("bob")).isEqualTo(asterisk.major() == 16 ? "" : "old");

        assertPasswordUnwritable(password, Refusal.LINE_TOO_LONG);
        int room = PjsipText.MAX_LINE_BYTES - "password=".length();
        assertPasswordReadBack("x".repeat(room));
        assertPasswordReadBack(";".repeat(room / 2) + "x".repeat(room % 2));
        assertPasswordReadBack("é".repeat(room / 2));
    }

    @AsteriskTest
    void aNulCutsAPassword() {
        loadNaively(auth("alice", "abc\0def"));

        assertThat(password("alice")).isEqualTo("abc");
        assertPasswordUnwritable("abc\0def", Refusal.CONTROL_CHARACTER);

        // The rest of a long line with a NUL is a line of its own.
        String smuggled = "abc\0" + "x".repeat(8191 - "password=abc\0".length()) + "[evil]";
        loadNaively(auth("alice", smuggled + "\ntype=endpoint\n@rev=evil"));
        assertThat(revision("evil")).isEqualTo("evil");
        assertPasswordUnwritable(smuggled, Refusal.CONTROL_CHARACTER);
    }

    @AsteriskTest
    void aCarriageReturnComesBackRaw() {
        loadNaively(auth("alice", "abc\rResponse: Error"));

        assertThat(password("alice")).isEqualTo("abc\rResponse: Error");
        assertPasswordUnwritable("abc\rdef", Refusal.LINE_BREAK);
        assertPasswordUnwritable("abc\r", Refusal.LINE_BREAK);
    }

    @AsteriskTest
    void aHostThatDoesNotResolveRemovesTheWholeIdentify() {
        // One that no name server is asked for: a label has at most 63 characters.
        String impossible = "x".repeat(64) + ".invalid";
        loadNaively(identify("carrier", "match=192.0.2.1,192.0.2.2", "@rev=1"));
        loadNaively(identify("carrier", "match=192.0.2.1," + impossible, "@rev=2")
                + identify("other", "match=" + impossible, "@rev=2"));

        assertThat(probe.sorcery("identify", "carrier", "@rev"))
                .as("the old one")
                .isEqualTo("1");
        assertThat(probe.sorcery("identify", "other", "@rev")).isEmpty();
        Section section = Section.of(
                "carrier",
                "identify",
                List.of(new Option("endpoint", "carrier"), new Option("match", "192.0.2.1," + impossible)));
        assertThat(schema().check(section))
                .extracting(SchemaProblem::kind)
                .containsExactly(SchemaProblem.Kind.BAD_VALUE);
        assertNoTrunkTakesAHostNameForASource();
    }

    /** Whether a well-formed name resolves shows only later, in every reload again. */
    private static void assertNoTrunkTakesAHostNameForASource() {
        TrunkSpec trunk = TrunkSpec.builder("carrier", "custom_ip")
                .server("sip.carrier.example")
                .inboundSources("192.0.2.1", "sip.carrier.example")
                .build();

        assertThat(TemplateCatalog.shipped().provider("custom_ip").orElseThrow().check(trunk))
                .containsOnlyKeys("inbound_sources")
                .hasEntrySatisfying(
                        "inbound_sources", problem -> assertThat(problem.code()).isEqualTo("field.networks"));
    }

    /** Loads a text as it is; Asterisk calls that a success. */
    private void loadNaively(String text) {
        asterisk.write(FILE, text);
        AmiMessage answer = probe.send("Reload", Map.of("Module", "res_pjsip.so"));
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.first("Message")).contains("Module Reloaded");
    }

    private static String endpoint(String name, String... lines) {
        return section(name, "endpoint", lines);
    }

    private static String aor(String name, String... lines) {
        return section(name, "aor", lines);
    }

    private static String identify(String name, String... lines) {
        return section(name, "identify", lines) + "endpoint=" + name + "\n";
    }

    private static String auth(String name, String password) {
        return section(name, "auth", "username=" + name, "password=" + password);
    }

    private static String section(String name, String type, String... lines) {
        return "[" + name + "]\ntype=" + type + "\n" + String.join("\n", lines) + "\n";
    }

    private String revision(String endpoint) {
        return probe.sorcery("endpoint", endpoint, "@rev");
    }

    private String password(String name) {
        return probe.sorcery("auth", name, "password");
    }

    private PjsipSchema schema() {
        return PjsipSchema.of(
                AsteriskVersion.parse(String.valueOf(asterisk.major())).orElseThrow());
    }

    private List<SchemaProblem.Kind> problems(String name, String option, String value) {
        Section section = Section.of(name, "endpoint", List.of(new Option(option, value)));
        return schema().check(section).stream().map(SchemaProblem::kind).toList();
    }

    private void assertPasswordUnwritable(String password, Refusal refusal) {
        Section section =
                Section.of("alice", "auth", List.of(new Option("username", "alice"), new Option("password", password)));
        assertUnwritable(section, refusal);
        assertThat(schema().check(section))
                .extracting(SchemaProblem::kind)
                .containsExactly(SchemaProblem.Kind.BAD_VALUE);
    }

    private static void assertUnwritable(Section section, Refusal refusal) {
        assertThatThrownBy(() -> PjsipWriter.toString(PjsipDocument.of(section)))
                .isInstanceOfSatisfying(
                        UnwritableException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    /** Written by the writer, followed by another object: Asterisk loads exactly that password, and the other too. */
    private void assertPasswordReadBack(String password) {
        Section alice =
                Section.of("alice", "auth", List.of(new Option("username", "alice"), new Option("password", password)));
        Section last = Section.of("last", "endpoint", List.of(new Option("@rev", password)));
        assertThat(schema().check(PjsipDocument.of(alice, last))).isEmpty();
        loadNaively(PjsipWriter.toString(PjsipDocument.of(alice, last)));

        assertThat(probe.getConfig(FILE))
                .containsExactly(
                        new ConfigSection("alice", List.of("type=auth", "username=alice", "password=" + password)),
                        new ConfigSection("last", List.of("type=endpoint", "@rev=" + password)));
        if (password.length() < 1000) { // the answer for one field is cut there
            assertThat(password("alice")).isEqualTo(password);
            assertThat(revision("last")).isEqualTo(password);
        } else {
            assertThat(probe.sorcery("auth", "alice", "username")).isEqualTo("alice");
            assertThat(probe.sorcery("endpoint", "last", "context")).isEqualTo("default");
        }
    }

    private void assertReadBack(String name, String option, String value) {
        Section section = Section.of(name, "endpoint", List.of(new Option(option, value)));
        assertThat(schema().check(section)).isEmpty();
        loadNaively(PjsipWriter.toString(PjsipDocument.of(section)));

        assertThat(probe.getConfig(FILE))
                .containsExactly(new ConfigSection(name, List.of("type=endpoint", option + "=" + value)));
        assertThat(probe.sorcery("endpoint", name, option)).isEqualTo(value);
    }
}
