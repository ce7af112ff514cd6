package io.sipwright.render;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders one object after the other: a marker, its sections, a marker. A pure function of the object, its template,
 * the version of Asterisk and the stamp key; the same bytes on any machine, in any locale, at any time.
 *
 * <p>Immutable and thread-safe. Expects objects that have been validated.
 */
public final class Renderer {

    /** Name of the file with the trunks. */
    public static final String TRUNKS_FILE = "pjsip_trunks.conf";

    /** Name of the file with the SIP users. */
    public static final String USERS_FILE = "pjsip_users.conf";

    private final TemplateCatalog catalog;
    private final AsteriskVersion version;
    private final Stamps stamps;

    public Renderer(TemplateCatalog catalog, AsteriskVersion version, Stamps stamps) {
        this.catalog = catalog;
        this.version = version;
        this.stamps = stamps;
    }

    /** Whether sections bear stamps. */
    public boolean isStamping() {
        return stamps.isOn();
    }

    /** The same for where Asterisk can be asked for stamps, or where it can't. */
    public Renderer forRows(boolean stamps) {
        return stamps || !isStamping() ? this : new Renderer(catalog, version, Stamps.off());
    }

    /** A section with the stamp that this renderer gives it; as it is, where there are no stamps. */
    public Section stamped(Section section) {
        return stamps.stamp(section);
    }

    /**
     * The block of a trunk; empty for one that is not active.
     *
     * @throws UnknownTemplateException if its template is not in the catalogue
     */
    public List<PjsipElement> trunk(ObjectSpec trunk) {
        return block(
                trunk, catalog.provider(trunk.templateId()).orElseThrow(() -> new UnknownTemplateException(trunk)));
    }

    /**
     * The block of a SIP user; empty for one that is not active.
     *
     * @throws UnknownTemplateException if its template is not in the catalogue
     */
    public List<PjsipElement> user(ObjectSpec user) {
        return block(
                user, catalog.userTemplate(user.templateId()).orElseThrow(() -> new UnknownTemplateException(user)));
    }

    /** The blocks of some trunks, in the order given. */
    public PjsipDocument trunks(Iterable<? extends ObjectSpec> trunks) {
        List<PjsipElement> elements = new ArrayList<>();
        trunks.forEach(trunk -> elements.addAll(trunk(trunk)));
        return new PjsipDocument(elements);
    }

    /** The blocks of some users, in the order given. */
    public PjsipDocument users(Iterable<? extends ObjectSpec> users) {
        List<PjsipElement> elements = new ArrayList<>();
        users.forEach(user -> elements.addAll(user(user)));
        return new PjsipDocument(elements);
    }

    private List<PjsipElement> block(ObjectSpec spec, Template template) {
        if (!spec.active()) {
            return List.of();
        }
        List<FilledSection> sections = template.fill(spec, version);
        List<PjsipElement> elements = new ArrayList<>(sections.size() + 2);
        String title = template.kind().blockTitle() + ": " + spec.name();
        // The marker of a user also says which kind, as people look for it.
        String kind = template.kind() == TemplateKind.USER ? " (" + template.displayName() + ")" : "";
        elements.add(Comment.blockStart(title + kind));
        sections.forEach(filled -> elements.add(stamps.stamp(filled.section())));
        elements.add(Comment.blockEnd(title));
        return elements;
    }
}
