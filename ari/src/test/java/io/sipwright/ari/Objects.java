package io.sipwright.ari;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sections as the library renders them, and requests about them. */
final class Objects {

    private static final Stamps STAMPS = Stamps.keyed(new byte[16]);
    private static final Renderer RENDERER =
            new Renderer(TemplateCatalog.shipped(), AsteriskVersion.parse("22").orElseThrow(), STAMPS);

    private Objects() {}

    static List<Section> user(String name, String secret) {
        return RENDERER.users(List.of(SipUserSpec.builder(name, "basic_user")
                        .extension("1001")
                        .displayName("Somebody")
                        .secret(secret)
                        .build()))
                .sections();
    }

    static List<Section> all(List<Section> some, List<Section> more) {
        List<Section> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** The section of one type has other options; its stamp is made anew. */
    static List<Section> with(List<Section> sections, String type, UnaryOperator<List<SectionEntry>> change) {
        return sections.stream()
                .map(section -> {
                    if (!section.type().orElseThrow().equals(type)) {
                        return section;
                    }
                    List<SectionEntry> entries = new ArrayList<>(section.entries());
                    entries.removeIf(entry ->
                            entry instanceof Option option && option.name().equals(Stamps.OPTION));
                    return STAMPS.stamp(new Section(section.name(), change.apply(entries)));
                })
                .toList();
    }

    static ObjectKey key(Section section) {
        return new ObjectKey(section.type().orElseThrow(), section.name());
    }

    static Manifest manifest(List<Section> sections) {
        Manifest.Builder manifest = Manifest.builder(true);
        sections.forEach(section -> manifest.add(
                key(section),
                new Manifest.Entry(
                        section.first(Stamps.OPTION).orElseThrow(),
                        section.first("outbound_auth").orElse(null),
                        section)));
        return manifest.build();
    }

    static ReloadRequest request(List<Section> wanted, List<Section> running) {
        return new ReloadRequest(1, manifest(wanted), manifest(running));
    }

    /** Puts them into the file, as they are. */
    static void write(AsteriskServer server, List<Section> sections) {
        server.write(Renderer.USERS_FILE, text(sections));
    }

    static String text(List<Section> sections) {
        return PjsipWriter.toString(new PjsipDocument(List.copyOf(sections)));
    }
}
