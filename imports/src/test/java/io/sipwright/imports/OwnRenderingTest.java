package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.BatchProgress;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.template.SipUserArbitraries;
import io.sipwright.testkit.template.TrunkArbitraries;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What was rendered here is read again as what renders the same. */
class OwnRenderingTest {

    private static final TemplateCatalog CATALOG = TemplateCatalog.shipped();
    private static final AsteriskVersion VERSION = AsteriskVersion.V22;

    @Provide
    Arbitrary<TrunkSpec> trunks() {
        return TrunkArbitraries.of(CATALOG)
                .filter(OwnRenderingTest::isKnownByAServer)
                .filter(OwnRenderingTest::canBeLookedUp)
                .filter(OwnRenderingTest::registersOnceWithEach);
    }

    @Provide
    Arbitrary<SipUserSpec> users() {
        return SipUserArbitraries.of(CATALOG).filter(user -> !hasOnlySha256(user));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void trunks_come_back(@ForAll("trunks") TrunkSpec trunk) {
        comesBack(CATALOG.provider(trunk.provider()).orElseThrow(), trunk);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void users_come_back(@ForAll("users") SipUserSpec user) {
        comesBack(CATALOG.userTemplate(user.templateId()).orElseThrow(), user);
    }

    /** Several servers in order only some carriers' templates can say, and these are known by their servers alone. */
    private static boolean isKnownByAServer(TrunkSpec trunk) {
        return !trunk.fields().asMap().keySet().containsAll(List.of("server", "second_server"));
    }

    /** A part of a name that is as long as a whole one makes a server that only its carrier's template can say. */
    private static boolean canBeLookedUp(TrunkSpec trunk) {
        return Stream.of("account_sid", "domain", "hostname", "trunk_domain", "voice_connector_id")
                .flatMap(field -> trunk.fields().text(field).stream())
                .allMatch(part -> part.length() <= 63);
    }

    /** A server that stands twice in a list is read once. */
    private static boolean registersOnceWithEach(TrunkSpec trunk) {
        FieldValue backups = trunk.fields().get("backup_servers");
        return backups == null
                || new HashSet<>(backups.items()).size() == backups.items().size();
    }

    /** No user can be described without a password or an MD5 digest, which then does not stand in the sections. */
    private static boolean hasOnlySha256(SipUserSpec user) {
        return user.fields().text("digest").equals(Optional.of("sha256"))
                && user.fields().text("md5_digest").isPresent();
    }

    private static void comesBack(Template template, ObjectSpec spec) {
        List<Section> sections = sections(template, spec);
        ImportBench bench = ImportBench.lenient();

        PjsipImportPreview preview =
                bench.read(PjsipWriter.toString(new PjsipDocument(List.<PjsipElement>copyOf(sections))));

        assertThat(preview.leftAlone()).as("%s", sections).isEmpty();
        assertThat(preview.changes().violations())
                .as("%s%n%s", preview, sections)
                .isEmpty();
        preview.store(BatchProgress.ignored());
        List<Section> again = Stream.concat(
                        preview.trunks().stream()
                                .flatMap(
                                        found -> sections(
                                                CATALOG.provider(found.spec().provider())
                                                        .orElseThrow(),
                                                found.spec())
                                                .stream()),
                        preview.users().stream()
                                .flatMap(
                                        found -> sections(
                                                CATALOG.userTemplate(
                                                                found.spec().templateId())
                                                        .orElseThrow(),
                                                found.spec())
                                                .stream()))
                .toList();
        assertThat(effects(again)).as(preview.toString()).isEqualTo(effects(sections));
    }

    private static List<Section> sections(Template template, ObjectSpec spec) {
        return template.fill(spec, VERSION).stream().map(FilledSection::section).toList();
    }

    private static Map<String, EffectiveOptions> effects(List<Section> sections) {
        Map<String, EffectiveOptions> effects = new HashMap<>();
        sections.forEach(section ->
                effects.put(section.type().orElse("") + " " + section.name(), EffectiveOptions.of(section, VERSION)));
        return effects;
    }
}
