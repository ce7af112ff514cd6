package io.sipwright.pjsip;

import java.util.List;

/**
 * The content of a {@code pjsip.conf}-like file: sections and comments in order. Immutable.
 *
 * @param elements sections, and the comments between them
 */
public record PjsipDocument(List<PjsipElement> elements) {

    public PjsipDocument {
        elements = List.copyOf(elements);
    }

    public static PjsipDocument of(PjsipElement... elements) {
        return new PjsipDocument(List.of(elements));
    }

    /** The sections alone, in order. */
    public List<Section> sections() {
        return elements.stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .toList();
    }
}
