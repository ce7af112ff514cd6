package io.sipwright.apply;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import java.util.List;

/** The marks of objects: their stamps or, where these are switched off, what would be the stamp. Thread-safe. */
final class Marks {

    /** For those who switched stamps off; never shown to Asterisk. */
    private static final Stamps UNSTAMPED = Stamps.keyed(new byte[16]);

    private final Renderer renderer;

    Marks(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Of a section that we rendered: its stamp is taken at its word. */
    String of(Section section) {
        Section marked = renderer.isStamping() ? section : UNSTAMPED.stamp(section);
        return marked.first(Stamps.OPTION).orElse("");
    }

    /** Of a section that someone else has read: its stamp is reckoned anew, and empty if it bears another one. */
    String proven(Section section) {
        if (!renderer.isStamping()) {
            return of(section);
        }
        List<SectionEntry> content = section.entries().stream()
                .filter(entry ->
                        !(entry instanceof Option option && option.name().equals(Stamps.OPTION)))
                .toList();
        Section again = renderer.stamped(new Section(section.name(), content));
        return again.equals(section) ? of(section) : "";
    }
}
