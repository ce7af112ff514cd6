package io.sipwright.testkit.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskException;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.ConfigSection;
import io.sipwright.testkit.LogMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The parser against Asterisk itself: thousands of files, each read by both.
 *
 * <p>The system properties {@code sipwright.files.seed} and {@code sipwright.files.count} choose other files, and more.
 */
@Timeout(300)
class ParserAgainstAsteriskTest {

    private static final long SEED = Long.getLong("sipwright.files.seed", 20_261_122L);
    private static final int COUNT = Integer.getInteger("sipwright.files.count", 1000);

    /** Where Asterisk answers "Success" although it has lost a part, and only its log tells. The parser refuses. */
    private enum SilentLoss {
        UNTERMINATED_COMMENT("Unterminated comment detected"),
        ERROR_IN_INCLUDED_FILE(
                "parse error: ",
                "Inheritance requested, but",
                "Category addition requested, but",
                "Invalid escape in line",
                "was listed as a #include but it does not exist");

        private final List<String> complaints;

        SilentLoss(String... complaints) {
            this.complaints = List.of(complaints);
        }

        boolean isIn(List<String> log) {
            return log.stream().anyMatch(line -> complaints.stream().anyMatch(line::contains));
        }

        static SilentLoss of(ConfigFile file, PjsipSyntaxException refusal) {
            return refusal.location().file().equals(file.name()) ? UNTERMINATED_COMMENT : ERROR_IN_INCLUDED_FILE;
        }
    }

    /** What was compared. */
    private static final class Tally {
        int files;
        int sections;
        int options;
        int refused;
        final Map<SilentLoss, Integer> losses = new TreeMap<>();

        @Override
        public String toString() {
            return files + " files, " + sections + " sections, " + options + " options equal; " + refused
                    + " files refused by both; silent losses that the parser refuses: " + losses;
        }
    }

    @AsteriskTest
    void filesOfAnyStyle(AsteriskServer asterisk) {
        Tally tally = new Tally();
        try (AmiProbe probe = asterisk.ami()) {
            for (int i = 0; i < COUNT; i++) {
                ConfigFile file = RawConfig.any(new Dice(SEED + i), "raw" + i);
                compare(asterisk, probe, file, SEED + i, tally);
            }
        }
        assertThat(tally.files).as("files that both read").isGreaterThan(COUNT / 2);
        if (COUNT >= 1000) {
            assertThat(tally.refused).isPositive();
            assertThat(tally.losses).containsKeys(SilentLoss.values());
        }
        System.out.println(asterisk.installation() + ", any style: " + tally);
    }

    @AsteriskTest
    void whatTheWriterWrites(AsteriskServer asterisk) {
        Tally tally = new Tally();
        try (AmiProbe probe = asterisk.ami()) {
            for (int i = 0; i < COUNT / 2; i++) {
                PjsipDocument document = new HostileText(new Dice(SEED + i)).document();
                ConfigFile file = ConfigFile.of("written" + i + ".conf", PjsipWriter.toString(document));
                compare(asterisk, probe, file, SEED + i, tally);

                assertThat(probe.getConfig(file.name()))
                        .as("what was meant, seed %s\n%s", SEED + i, file)
                        .isEqualTo(ConfigFile.listing(document.sections()));
                assertThat(file.parse().document()).isEqualTo(document);
            }
        }
        assertThat(tally.files).isEqualTo(COUNT / 2);
        System.out.println(asterisk.installation() + ", written: " + tally);
    }

    /** GetConfig reads with a code path of its own, which keeps comments; this is the one that loads objects. */
    @AsteriskTest
    void whatIsLoaded(AsteriskServer asterisk) {
        Tally tally = new Tally();
        int wanted = Math.max(1, COUNT / 10);
        try (AmiProbe probe = asterisk.ami()) {
            for (int i = 0; tally.files < wanted && i < wanted * 5; i++) {
                ConfigFile generated = RawConfig.endpoints(new Dice(SEED + i), "e" + i);
                ConfigFile file = new ConfigFile("pjsip_users.conf", generated.text(), generated.siblings());
                Optional<List<Section>> sections = loadable(file);
                if (sections.isPresent()) {
                    file.write(asterisk);
                    probe.reload();
                    compareLoaded(probe, sections.get(), "seed " + (SEED + i) + "\n" + file, tally);
                }
            }
        }
        assertThat(tally.files).isEqualTo(wanted);
        assertThat(tally.sections).isGreaterThan(wanted);
        System.out.println(asterisk.installation() + ", loaded: " + tally);
    }

    private void compare(AsteriskServer asterisk, AmiProbe probe, ConfigFile file, long seed, Tally tally) {
        file.write(asterisk);
        ParsedPjsip parsed;
        try {
            parsed = file.parse();
        } catch (PjsipSyntaxException refusal) {
            compareRefused(asterisk, probe, file, refusal, "seed " + seed + "\n" + file, tally);
            return;
        }
        List<ConfigSection> expected = ConfigFile.listing(parsed.document().sections());
        List<ConfigSection> read;
        try {
            read = probe.getConfig(file.name());
        } catch (AsteriskException e) {
            throw new AssertionError("Asterisk refuses what the parser takes, seed " + seed + "\n" + file, e);
        }
        assertThat(read).as("what Asterisk reads, seed %s\n%s", seed, file).isEqualTo(expected);
        tally.files++;
        tally.sections += read.size();
        tally.options +=
                read.stream().mapToInt(section -> section.lines().size()).sum();
    }

    private void compareRefused(
            AsteriskServer asterisk,
            AmiProbe probe,
            ConfigFile file,
            PjsipSyntaxException refusal,
            String which,
            Tally tally) {
        LogMark mark = asterisk.mark();
        try {
            probe.getConfig(file.name());
        } catch (AsteriskException e) {
            assertThat(e).as(which).hasMessageEndingWith("invalid format");
            tally.refused++;
            return;
        }
        List<String> log = asterisk.complaintsSince(mark);
        SilentLoss loss = SilentLoss.of(file, refusal);
        boolean unterminated = SilentLoss.UNTERMINATED_COMMENT.isIn(log);
        assertThat(loss.isIn(log) || unterminated)
                .as("a reason in %s for '%s', %s", log, refusal.getMessage(), which)
                .isTrue();
        tally.losses.merge(loss, 1, Integer::sum);
    }

    /** The sections of a file if all of them are different endpoints with nothing but options {@code @...}. */
    private static Optional<List<Section>> loadable(ConfigFile file) {
        try {
            List<Section> sections = file.parse().document().sections();
            Set<String> names = sections.stream().map(Section::name).collect(Collectors.toSet());
            boolean good = names.size() == sections.size()
                    && sections.stream()
                            .allMatch(section -> section.all(Section.TYPE).stream()
                                            .allMatch("endpoint"::equals)
                                    && section.type().isPresent()
                                    && section.options().stream()
                                            .allMatch(option -> option.name().matches("type|@[a-z0-9_-]+")));
            return good && !sections.isEmpty() ? Optional.of(sections) : Optional.empty();
        } catch (PjsipSyntaxException e) {
            return Optional.empty();
        }
    }

    private static void compareLoaded(AmiProbe probe, List<Section> sections, String which, Tally tally) {
        tally.files++;
        for (Section section : sections) {
            tally.sections++;
            assertThat(probe.sorcery("endpoint", section.name(), "context"))
                    .as("whether [%s] is loaded, %s", section.name(), which)
                    .isEqualTo("default");
            for (String option : List.of("@a", "@b", "@c-3", "@d_")) {
                List<String> values = section.all(option);
                String expected = values.isEmpty() ? "" : values.get(values.size() - 1);
                tally.options += values.isEmpty() ? 0 : 1;
                assertThat(probe.sorcery("endpoint", section.name(), option))
                        .as("[%s] %s, %s", section.name(), option, which)
                        .isEqualTo(expected);
            }
        }
    }

    /** Edges that chance does not often meet. */
    @AsteriskTest
    void edges(AsteriskServer asterisk) {
        String bom = "\uFEFF";
        Map<String, String> marked =
                Map.of("b1.conf", bom + "[b]\n", "b2.conf", bom + "[c]\n", "b3.conf", bom + "x=1\n");
        List<ConfigFile> files = List.of(
                // "+=" changes the first option that has the name and value of the last.
                ConfigFile.of("e1.conf", "[a]\nx=1\nx=2\nx=1\nx+=y\n"),
                ConfigFile.of("e2.conf", "[a]\nX=1\nx=1\nx+=y\n"),
                ConfigFile.of("e3.conf", "[a]\nx=1\nX=\nx=\nx+=y\n"),
                // A byte order mark is one at the start of the first file of an include only.
                new ConfigFile("e4.conf", bom + "[a]\n#include b*.conf\n", marked),
                new ConfigFile("e5.conf", "[a]\n#include b1.conf\n#include b2.conf\n", marked),
                ConfigFile.of("e6.conf", "\n" + bom + "[a]\n"),
                // A name is cut, but looked for as it is.
                ConfigFile.of("e7.conf", "[" + "n".repeat(80) + "]\n[" + "n".repeat(79) + "](+)\nx=1\n"),
                ConfigFile.of("e8.conf", "[" + "n".repeat(80) + "]\n[" + "n".repeat(80) + "](+)\nx=1\n"),
                ConfigFile.of("e9.conf", "[" + "n".repeat(80) + "]\nx=1\n[b](" + "n".repeat(80) + ")\n"),
                // Before the first section even a line that says nothing is an error.
                ConfigFile.of("e10.conf", "nothing\n[a]\nx=1\n"),
                ConfigFile.of("e11.conf", "=\n[a]\nx=1\n"),
                ConfigFile.of("e12.conf", "#nothing\n[a]\nx=1\n"),
                ConfigFile.of("e13.conf", "[a]()\nx=1\n"),
                ConfigFile.of("e14.conf", "[a]\nx=1\n[b]()\n[c](a,)\n"));
        Tally tally = new Tally();
        List<Throwable> mismatches = new ArrayList<>();
        try (AmiProbe probe = asterisk.ami()) {
            for (ConfigFile file : files) {
                try {
                    compare(asterisk, probe, file, 0, tally);
                } catch (AssertionError e) {
                    mismatches.add(e);
                }
            }
        }
        assertThat(mismatches).isEmpty();
    }

    /** The same without chance: each way in which Asterisk says nothing of what it lost. */
    @AsteriskTest
    void whatIsLostWithoutAWord(AsteriskServer asterisk) {
        assertLost(asterisk, ConfigFile.of("l1.conf", "[a]\nx=1\n;--\n[b]\ny=2\n"), "l1.conf:3", "a");
        assertLost(asterisk, ConfigFile.of("l2.conf", "[a]\nx=1--;\n[b]\ny=2\n"), "l2.conf:2", "a");
        assertLost(asterisk, ConfigFile.of("l3.conf", "[a]\nx=1;--\n[b]\ny=2\n"), "l3.conf:2", "a");
        Map<String, String> broken = Map.of("in.conf", "[b]\n[broken\n[lost]\n", "in2.conf", "[lost]\n");
        assertLost(
                asterisk,
                new ConfigFile("l4.conf", "[a]\n#include in.conf\n[c]\n", broken),
                "in.conf:2",
                "a",
                "b",
                "c");
        assertLost(
                asterisk,
                new ConfigFile("l5.conf", "[a]\n#include in*.conf\n[c]\n", broken),
                "in.conf:2",
                "a",
                "b",
                "c");
        Map<String, String> open = Map.of("o.conf", "[b]\n;-- open\n", "o2.conf", "[lost]\n--;\n[d]\n");
        assertLost(asterisk, new ConfigFile("l6.conf", "[a]\n#include o.conf\n[c]\n", open), "o.conf:2", "a", "b", "c");
        // A comment left open in one file of a glob goes on in the next one.
        assertLost(
                asterisk,
                new ConfigFile("l7.conf", "[a]\n#include o*.conf\n[c]\n", open),
                "o.conf:2",
                "a",
                "b",
                "d",
                "c");
    }

    /** What Asterisk reads in full, and the parser refuses nevertheless: more than a configuration should need. */
    @AsteriskTest
    void whatOnlyTheParserRefuses(AsteriskServer asterisk) {
        ConfigFile endless = ConfigFile.of("m1.conf", "[a]\n#tryinclude m1.conf\n");
        assertThatThrownBy(endless::parse)
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessageContaining("levels");
        assertThat(names(asterisk, endless)).hasSize(11).containsOnly("a");

        ConfigFile expression = ConfigFile.of("m2.conf", "[a]\ntype=x\n[a](+type=^x$)\ny=1\n");
        assertThatThrownBy(expression::parse)
                .isInstanceOf(PjsipSyntaxException.class)
                .hasMessageContaining("filter");
        assertThat(names(asterisk, expression)).containsExactly("a");
    }

    /** Not shown to any Asterisk: it would copy for ever, until it has all memory of the machine. */
    @Test
    void whatWouldNeverEnd() {
        for (String header : List.of("[a](+,a)", "[A](+,a)", "[a](+type=x,A)", "[a](+,b,a)", "[a](+,)")) {
            ConfigFile file = ConfigFile.of("n.conf", "[a]\ntype=x\n[b]\n" + header + "\ny=1\n");
            assertThatThrownBy(file::parse).as(header).isInstanceOf(PjsipSyntaxException.class);
        }
        ConfigFile last = ConfigFile.of("n.conf", "[a]\ntype=x\n[a](a,+)\ny=1\n");
        assertThat(ConfigFile.listing(last.parse().document().sections()))
                .containsExactly(new ConfigSection("a", List.of("type=x", "type=x", "y=1")));
    }

    private static void assertLost(AsteriskServer asterisk, ConfigFile file, String place, String... kept) {
        assertThatThrownBy(file::parse)
                .isInstanceOfSatisfying(
                        PjsipSyntaxException.class,
                        refusal -> assertThat(refusal.location()).hasToString(place));
        assertThat(names(asterisk, file)).as(file.toString()).containsExactly(kept);
    }

    private static List<String> names(AsteriskServer asterisk, ConfigFile file) {
        file.write(asterisk);
        try (AmiProbe probe = asterisk.ami()) {
            return probe.getConfig(file.name()).stream()
                    .map(ConfigSection::name)
                    .toList();
        }
    }
}
