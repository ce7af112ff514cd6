package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateKind;
import io.sipwright.template.UserTemplate;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.LogMark;
import io.sipwright.testkit.OfflineOverlay;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Has a running Asterisk load the samples of templates, and looks at what it runs then. */
final class TemplateLoading {

    /** So many objects at a time: with more, Asterisk warns of the length of its own queues. */
    private static final int SLICE = 80;

    private final AsteriskServer server;
    private final Renderer renderer;
    private final List<Fault> faults = new ArrayList<>();
    private int objects;
    private int sections;

    private TemplateLoading(AsteriskServer server, Collection<? extends Template> templates) {
        this.server = server;
        AsteriskVersion version = AsteriskVersion.parse(Integer.toString(server.major()))
                .orElseThrow(() -> new IllegalArgumentException("No templates are made for " + server));
        renderer = new Renderer(
                TemplateCatalog.of(templates.toArray(Template[]::new)), version, Stamps.keyed(new byte[16]));
    }

    /** Loads them, in slices. */
    static TemplateLoading into(AsteriskServer server, Collection<? extends Template> templates) {
        TemplateLoading loading = new TemplateLoading(server, templates);
        List<TrunkSpec> trunks = new ArrayList<>();
        List<SipUserSpec> users = new ArrayList<>();
        for (Template template : templates) {
            if (template instanceof ProviderTemplate provider) {
                trunks.addAll(TemplateSamples.trunks(provider));
            } else if (template instanceof UserTemplate kind) {
                users.addAll(TemplateSamples.users(kind));
            }
        }
        try {
            for (int from = 0; from < trunks.size(); from += SLICE) {
                List<TrunkSpec> slice = trunks.subList(from, Math.min(from + SLICE, trunks.size()));
                loading.load(TemplateKind.PROVIDER, loading.renderer.trunks(slice));
            }
            for (int from = 0; from < users.size(); from += SLICE) {
                List<SipUserSpec> slice = users.subList(from, Math.min(from + SLICE, users.size()));
                loading.load(TemplateKind.USER, loading.renderer.users(slice));
            }
        } finally {
            loading.empty();
        }
        loading.objects = trunks.size() + users.size();
        return loading;
    }

    /** No complaint in the log, and of each section exactly the revision that was written. */
    private void load(TemplateKind kind, PjsipDocument document) {
        String text = PjsipWriter.toString(document);
        if (kind == TemplateKind.PROVIDER) {
            server.write(OfflineOverlay.FILE, OfflineOverlay.forTrunks(text));
            server.write(Renderer.TRUNKS_FILE, text);
        } else {
            server.write(Renderer.USERS_FILE, text);
        }
        LogMark mark = server.mark();
        server.reload();
        server.complaintsSince(mark).forEach(line -> fault("the log", line));
        try (AmiProbe ami = server.ami()) {
            for (Section section : document.sections()) {
                String type = section.type().orElse("");
                String loaded = ami.sorcery(type, section.name(), Stamps.OPTION);
                if (!loaded.equals(section.first(Stamps.OPTION).orElse("none"))) {
                    fault(
                            "[" + section.name() + "] type=" + type,
                            loaded.isEmpty() ? "does not run" : "runs in another version");
                }
            }
        }
        sections += document.sections().size();
    }

    private void empty() {
        if (server.isRunning()) {
            server.write(OfflineOverlay.FILE, "");
            server.write(Renderer.TRUNKS_FILE, "");
            server.write(Renderer.USERS_FILE, "");
            server.reload();
        }
    }

    private void fault(String place, String problem) {
        faults.add(new Fault(Integer.toString(server.major()), place, problem, "", ""));
    }

    /** What was not loaded, or complained of. */
    List<Fault> faults() {
        return faults;
    }

    int objects() {
        return objects;
    }

    int sections() {
        return sections;
    }
}
