package io.sipwright.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.OfflineOverlay;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;

/** Every shipped template, in every mode and with every choice, loads without a complaint, and every section runs. */
class ShippedTemplatesTest {

    /** So many trunks at a time: with more, Asterisk warns of the length of its own queues. */
    private static final int SLICE = 80;

    private final TemplateCatalog catalog = TemplateCatalog.shipped();

    @AsteriskTest
    void trunksLoad(AsteriskServer asterisk) {
        List<TrunkSpec> trunks = catalog.providers().values().stream()
                .flatMap(template -> SampleObjects.trunks(template).stream())
                .toList();
        assertThat(trunks)
                .allSatisfy(trunk -> assertThat(
                                catalog.provider(trunk.provider()).orElseThrow().check(trunk))
                        .as(trunk.name())
                        .isEmpty());
        int sections = 0;
        for (int from = 0; from < trunks.size(); from += SLICE) {
            PjsipDocument document =
                    renderer(asterisk).trunks(trunks.subList(from, Math.min(from + SLICE, trunks.size())));
            String text = PjsipWriter.toString(document);
            asterisk.write(OfflineOverlay.FILE, OfflineOverlay.forTrunks(text));
            asterisk.write(Renderer.TRUNKS_FILE, text);
            asterisk.reload();
            assertLoaded(asterisk, document);
            sections += document.sections().size();
        }
        print(asterisk, trunks.size() + " trunks of " + catalog.providers().size() + " providers", sections);
    }

    @AsteriskTest
    void usersLoad(AsteriskServer asterisk) {
        List<SipUserSpec> users = catalog.userTemplates().values().stream()
                .flatMap(template -> SampleObjects.users(template).stream())
                .toList();
        assertThat(users)
                .allSatisfy(user -> assertThat(catalog.userTemplate(user.templateId())
                                .orElseThrow()
                                .check(user))
                        .as(user.name())
                        .isEmpty());
        PjsipDocument document = renderer(asterisk).users(users);
        asterisk.write(Renderer.USERS_FILE, PjsipWriter.toString(document));
        asterisk.reload();
        assertLoaded(asterisk, document);
        print(
                asterisk,
                users.size() + " users of " + catalog.userTemplates().size() + " kinds",
                document.sections().size());
    }

    private Renderer renderer(AsteriskServer asterisk) {
        AsteriskVersion version =
                AsteriskVersion.parse(Integer.toString(asterisk.major())).orElseThrow();
        return new Renderer(catalog, version, Stamps.keyed(new byte[16]));
    }

    /** No complaint in the log, and of each section exactly the revision that was written. */
    private static void assertLoaded(AsteriskServer asterisk, PjsipDocument document) {
        assertThat(asterisk.complaints()).isEmpty();
        try (AmiProbe ami = asterisk.ami()) {
            assertThat(document.sections())
                    .allSatisfy(section -> assertThat(loadedStamp(ami, section))
                            .as("[%s] type=%s", section.name(), section.type().orElse(""))
                            .isEqualTo(section.first(Stamps.OPTION).orElseThrow()));
        }
    }

    private static void print(AsteriskServer asterisk, String what, int sections) {
        System.out.printf("Asterisk %d loaded %s: %d sections, no complaint%n", asterisk.major(), what, sections);
    }

    private static String loadedStamp(AmiProbe ami, Section section) {
        return ami.sorcery(section.type().orElseThrow(), section.name(), Stamps.OPTION);
    }
}
