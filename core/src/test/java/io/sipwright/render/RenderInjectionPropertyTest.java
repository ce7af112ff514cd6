package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** No value that passed validation makes a section, an option or a comment of its own. */
class RenderInjectionPropertyTest {

    private static final SpecValidators VALID = new SpecValidators(AsteriskVersion.V22);
    private static final Renderer RENDERER =
            new Renderer(Samples.SHIPPED, AsteriskVersion.V22, Stamps.keyed(new byte[16]));

    @Property(tries = 10_000)
    void of_a_trunk(@ForAll("trunks") TrunkSpec trunk) {
        if (!counted(VALID.accepts(trunk))) {
            return;
        }
        String template = trunk.provider();
        TrunkSpec stored = trunk.withFields(
                Samples.SHIPPED.provider(template).orElseThrow().normalize(trunk.fields()));

        assertSameWhenRead(RENDERER.trunks(List.of(stored)));
    }

    @Property(tries = 10_000)
    void of_a_user(@ForAll("users") SipUserSpec user) {
        if (!counted(VALID.accepts(user))) {
            return;
        }
        SipUserSpec stored = user.withFields(
                Samples.SHIPPED.userTemplate(user.templateId()).orElseThrow().normalize(user.fields()));

        PjsipDocument document = RENDERER.users(List.of(stored));
        assertSameWhenRead(document);
        assertThat(document.sections()).hasSize(3);
    }

    /** Enough of what is tried must pass validation, or this would show nothing. */
    private static boolean counted(boolean accepted) {
        Statistics.collect(accepted);
        Statistics.coverage(coverage -> coverage.check(true).percentage(percent -> percent > 5));
        return accepted;
    }

    private static void assertSameWhenRead(PjsipDocument document) {
        ParsedPjsip read = PjsipParser.create().parse("pjsip.conf", PjsipWriter.toString(document));

        assertThat(read.warnings()).isEmpty();
        assertThat(read.document().sections()).hasSameSizeAs(document.sections());
        assertThat(options(read.document())).isEqualTo(options(document));
        assertThat(comments(read.document())).isEqualTo(comments(document)).isEqualTo(2);
        assertThat(read.document()).isEqualTo(document);
    }

    private static int options(PjsipDocument document) {
        return document.sections().stream()
                .map(Section::options)
                .mapToInt(List::size)
                .sum();
    }

    private static long comments(PjsipDocument document) {
        return document.elements().stream().filter(Comment.class::isInstance).count();
    }

    @Provide
    Arbitrary<TrunkSpec> trunks() {
        return RenderArbitraries.trunks();
    }

    @Provide
    Arbitrary<SipUserSpec> users() {
        return RenderArbitraries.users();
    }
}
