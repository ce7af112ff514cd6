package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.FieldValues;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateKind;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;

/** What a template renders of specs, without stamps. */
final class GoldenText {

    private GoldenText() {}

    /** The text of the file. Values are brought into their stored form first, as the library does. */
    static String of(Template template, AsteriskVersion version, List<? extends ObjectSpec> specs) {
        Renderer renderer = new Renderer(TemplateCatalog.of(template), version, Stamps.off());
        List<ObjectSpec> normalized =
                specs.stream().map(spec -> normalized(template, spec)).toList();
        PjsipDocument document =
                template.kind() == TemplateKind.PROVIDER ? renderer.trunks(normalized) : renderer.users(normalized);
        return PjsipWriter.toString(document);
    }

    private static ObjectSpec normalized(Template template, ObjectSpec spec) {
        FieldValues values = template.normalize(spec.fields());
        if (spec instanceof TrunkSpec trunk) {
            return trunk.withFields(values);
        }
        return spec instanceof SipUserSpec user ? user.withFields(values) : spec;
    }
}
