package io.sipwright.testkit.template;

import io.sipwright.error.SipwrightException;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Follows a spec from the check of its values to the text in the file, and back. */
final class Rendering<S extends ObjectSpec> {

    private final SpecForm<S> form;
    private final AsteriskVersion version;
    private final SpecJudge judge;
    private final Renderer renderer;

    Rendering(SpecForm<S> form, AsteriskVersion version) {
        this.form = form;
        this.version = version;
        TemplateCatalog catalog = TemplateCatalog.of(form.template());
        judge = new SpecJudge(catalog, Set.of(version), SecretPolicy.standard());
        renderer = new Renderer(catalog, version, Stamps.off());
    }

    PjsipDocument document(S spec) {
        return new PjsipDocument(form.render(spec, renderer));
    }

    /** All that is wrong with what becomes of a spec. */
    List<Fault> faults(S spec) {
        List<Violation> violations = judge.violations(form, spec);
        if (!violations.isEmpty()) {
            return violations.stream()
                    .map(violation ->
                            fault(spec, place(violation.path()), violation.message(), Remedy.of(violation.code())))
                    .toList();
        }
        PjsipDocument document = document(spec);
        List<Fault> faults = new ArrayList<>();
        PjsipSchema.of(version)
                .check(document)
                .forEach(problem -> faults.add(fault(
                        spec,
                        "[" + problem.section() + "] " + problem.option(),
                        problem.message(),
                        Remedy.of("schema." + problem.kind().name().toLowerCase(Locale.ROOT)))));
        try {
            PjsipDocument read = PjsipParser.create()
                    .parse("rendered.conf", PjsipWriter.toString(document))
                    .document();
            compare(spec, document.sections(), read.sections(), faults);
        } catch (SipwrightException e) {
            faults.add(fault(spec, "the file", String.valueOf(e.getMessage()), "let no such text into an option"));
        }
        if (document.sections().isEmpty()) {
            faults.add(fault(spec, "the file", "holds no section", "let one section have no \"when\""));
        }
        return faults;
    }

    private void compare(S spec, List<Section> written, List<Section> read, List<Fault> faults) {
        if (written.size() != read.size()) {
            faults.add(fault(spec, "the file", "reads back with another number of sections", ""));
            return;
        }
        for (int i = 0; i < written.size(); i++) {
            Section meant = written.get(i);
            if (!meant.equals(read.get(i))) {
                faults.add(fault(spec, "[" + meant.name() + "]", "reads back as something else", ""));
            }
        }
    }

    /** {@code sections.endpoint.context} is the option of a section, any other path a field. */
    private static String place(String path) {
        String[] parts = path.split("\\.", 3);
        if (!parts[0].equals("sections") || parts.length < 2) {
            return "field " + path;
        }
        return "section " + parts[1] + (parts.length > 2 ? ", option " + parts[2] : "");
    }

    private Fault fault(S spec, String place, String problem, String remedy) {
        return new Fault(version.toString(), place, problem, remedy, Fault.sample(form, spec));
    }
}
