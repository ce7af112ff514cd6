package io.sipwright.testkit.reload;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Objects as the library writes them, for the tests of a reloader. */
final class ReloaderObjects {

    /** Stands in every auth; in no outcome. */
    static final String SECRET = "canary;Vr>4-Kp7";

    /** What 16 takes, 22 takes as well. */
    private static final Renderer RENDERER =
            new Renderer(TemplateCatalog.shipped(), AsteriskVersion.V16, Stamps.keyed(new byte[16]));

    private ReloaderObjects() {}

    /** The sections of some users, three each. */
    static List<Section> users(String... names) {
        return Stream.of(names).flatMap(name -> user(name, "Somebody").stream()).toList();
    }

    static List<Section> user(String name, String displayName) {
        return RENDERER.users(List.of(SipUserSpec.builder(name, "basic_user")
                        .extension("1001")
                        .displayName(displayName)
                        .secret(SECRET)
                        .build()))
                .sections();
    }

    static Manifest manifest(List<Section> sections) {
        Manifest.Builder manifest = Manifest.builder(true);
        sections.forEach(section -> manifest.add(
                key(section), new Manifest.Entry(section.first(Stamps.OPTION).orElseThrow(), null, section)));
        return manifest.build();
    }

    static ObjectKey key(Section section) {
        return new ObjectKey(section.type().orElseThrow(), section.name());
    }

    static ReloadRequest request(List<Section> wanted, List<Section> running) {
        return new ReloadRequest(1, manifest(wanted), manifest(running));
    }

    /** All sections, but for one that is made another. */
    static List<Section> with(List<Section> sections, ObjectKey key, UnaryOperator<Section> change) {
        return sections.stream()
                .map(section -> key(section).equals(key) ? change.apply(section) : section)
                .toList();
    }

    static List<Section> without(List<Section> sections, ObjectKey key) {
        return sections.stream().filter(section -> !key(section).equals(key)).toList();
    }

    /** The section with an option that Asterisk refuses it for. */
    static Section refused(Section section) {
        List<SectionEntry> entries = new ArrayList<>(section.entries());
        entries.add(new Option(ReloaderWorld.UNKNOWN_OPTION, "1"));
        return new Section(section.name(), entries);
    }
}
